#!/usr/bin/env python3
# Accepts and rejects all tracked changes of Word files through LibreOffice, and saves what comes out:
# office.py PROFILE FOLDER FILE... writes FOLDER/NAME.accept.docx and FOLDER/NAME.reject.docx.
import os, subprocess, sys, time

import uno
from com.sun.star.beans import PropertyValue


def value(name, what):
    one = PropertyValue()
    one.Name, one.Value = name, what
    return one


def count(document):
    marks, found = document.getRedlines().createEnumeration(), 0
    while marks.hasMoreElements():
        marks.nextElement()
        found += 1
    return found


def main(profile, folder, files):
    pipe = "travaux%d" % os.getpid()
    office = subprocess.Popen(
        ["soffice", "--headless", "--norestore", "--nologo", "-env:UserInstallation=file://" + profile,
         "--accept=pipe,name=%s;urp;" % pipe],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for attempt in range(240):
        try:
            context = resolver.resolve("uno:pipe,name=%s;urp;StarOffice.ComponentContext" % pipe)
            break
        except Exception:
            time.sleep(0.25)
    else:
        office.kill()
        sys.exit("LibreOffice does not answer")
    make = context.ServiceManager.createInstanceWithContext
    desktop = make("com.sun.star.frame.Desktop", context)
    dispatcher = make("com.sun.star.frame.DispatchHelper", context)
    for path in files:
        for how, command in (("accept", "AcceptAllTrackedChanges"), ("reject", "RejectAllTrackedChanges")):
            document = desktop.loadComponentFromURL("file://" + path, "_blank", 0, (value("Hidden", True),))
            before = count(document)
            frame = document.getCurrentController().getFrame()
            dispatcher.executeDispatch(frame, ".uno:" + command, "", 0, ())
            name = os.path.splitext(os.path.basename(path))[0]
            target = os.path.join(folder, "%s.%s.docx" % (name, how))
            document.storeToURL("file://" + target, (value("FilterName", "MS Word 2007 XML"),))
            print(name, how, before, count(document))
            document.close(True)
    try:
        desktop.terminate()
    except Exception:
        pass
    office.wait(60)


main(sys.argv[1], sys.argv[2], sys.argv[3:])
