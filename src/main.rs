//! The program `travaux`: parses arguments, runs a command, ends with its exit status.

fn main() {
    let args: Vec<String> = std::env::args().collect();
    let source = travaux::read::read(std::path::Path::new(&args[2])).unwrap_or_else(|e| {eprintln!("{e}"); std::process::exit(2)});
    if args[1] == "source" {
        for (i, l) in source.lines.iter().enumerate() {
            println!("{i:4} p{} x{:.0}-{:.0} y{:.0} s{:.1} {}{}{}{} calls{:?} cells{:?} |{}", l.page, l.left, l.right, l.top, l.size,
                if l.bold {"B"} else {"-"}, l.heading, if l.bullet {"*"} else {"-"}, if l.gap {"G"} else {"-"}, l.calls, l.cells, l.text);
        }
        println!("wrapped {} {:?}", source.wrapped, source.remarks);
        return;
    }
    let report = travaux::structure::structure(&source);
    print!("{}", travaux::report::outline::outline(&report));
}
