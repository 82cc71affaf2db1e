//! Treaties by name. The table is data: a treaty is a line, its full name first.
//!
//! The value of a treaty is the shortest of its names with which its title begins: a treaty that has a
//! name of its own goes by it ("Paris Agreement", "Kyoto Protocol", "Basel Convention"), every other
//! by its title ("Convention on Biological Diversity"), without what the title adds to say to what it
//! belongs. A short name that is not how the title begins ("Outer Space Treaty") leads to the title.
//!
//! Names that the general rule of `mentions::treaty` reads rightly ("Convention on" and words in
//! capitals) need no line; those do that go on over a comma, "and the" or a preposition, that have a
//! short name, or that say neither "Convention" nor "Treaty".

/// A treaty: its full name, then the short names that are its alone.
pub type Treaty = &'static [&'static str];

/// The name by which mentions of the treaty are compared: see the head of this file.
pub fn value(treaty: Treaty) -> Option<&'static str> {
    let title = treaty.first()?;
    let opens = |name: &&&str| {
        title.strip_prefix(**name).is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', ',']))
    };
    treaty.iter().filter(opens).min_by_key(|name| name.len()).copied()
}

/// The treaties that have a line.
pub const TREATIES: &[Treaty] = &[
    // The Organization and the law of treaties, of the sea, of outer space, of diplomacy.
    &["Charter of the United Nations", "United Nations Charter", "UN Charter"],
    &["Statute of the International Court of Justice"],
    &["Rome Statute of the International Criminal Court", "Rome Statute"],
    &["Vienna Convention on the Law of Treaties"],
    &[
        "Vienna Convention on the Law of Treaties between States and International Organizations or between International Organizations",
    ],
    &["Vienna Convention on Diplomatic Relations"],
    &["Vienna Convention on Consular Relations"],
    &["Vienna Convention on Succession of States in respect of Treaties"],
    &["Convention on the Privileges and Immunities of the United Nations"],
    &["Convention on the Privileges and Immunities of the Specialized Agencies"],
    &["Convention on the Safety of United Nations and Associated Personnel"],
    &["United Nations Convention on the Law of the Sea", "Convention on the Law of the Sea"],
    &[
        "Agreement relating to the Implementation of Part XI of the United Nations Convention on the Law of the Sea of 10 December 1982",
        "Agreement relating to the Implementation of Part XI of the Convention",
        "Part XI Agreement",
    ],
    &[
        "Agreement for the Implementation of the Provisions of the United Nations Convention on the Law of the Sea of 10 December 1982 relating to the Conservation and Management of Straddling Fish Stocks and Highly Migratory Fish Stocks",
        "United Nations Fish Stocks Agreement",
        "Fish Stocks Agreement",
    ],
    &[
        "Agreement under the United Nations Convention on the Law of the Sea on the Conservation and Sustainable Use of Marine Biological Diversity of Areas beyond National Jurisdiction",
        "BBNJ Agreement",
    ],
    &[
        "Agreement on Port State Measures to Prevent, Deter and Eliminate Illegal, Unreported and Unregulated Fishing",
        "Port State Measures Agreement",
    ],
    &[
        "Agreement to Promote Compliance with International Conservation and Management Measures by Fishing Vessels on the High Seas",
    ],
    &[
        "Cape Town Agreement of 2012 on the Implementation of the Provisions of the Torremolinos Protocol of 1993 relating to the Torremolinos International Convention for the Safety of Fishing Vessels, 1977",
    ],
    &[
        "Treaty on Principles Governing the Activities of States in the Exploration and Use of Outer Space, including the Moon and Other Celestial Bodies",
        "Outer Space Treaty",
    ],
    &[
        "Agreement on the Rescue of Astronauts, the Return of Astronauts and the Return of Objects Launched into Outer Space",
    ],
    &["Convention on International Liability for Damage Caused by Space Objects"],
    &["Convention on Registration of Objects Launched into Outer Space", "Registration Convention"],
    &[
        "Agreement Governing the Activities of States on the Moon and Other Celestial Bodies",
        "Moon Agreement",
    ],
    &["Antarctic Treaty"],
    &["Protocol on Environmental Protection to the Antarctic Treaty"],
    // Disarmament.
    &[
        "Treaty on the Non-Proliferation of Nuclear Weapons",
        "Nuclear Non-Proliferation Treaty",
        "Non-Proliferation Treaty",
    ],
    &["Treaty on the Prohibition of Nuclear Weapons"],
    &["Comprehensive Nuclear-Test-Ban Treaty"],
    &[
        "Treaty Banning Nuclear Weapon Tests in the Atmosphere, in Outer Space and under Water",
        "Partial Test-Ban Treaty",
    ],
    &[
        "Convention on the Prohibition of the Development, Production, Stockpiling and Use of Chemical Weapons and on Their Destruction",
        "Chemical Weapons Convention",
    ],
    &[
        "Convention on the Prohibition of the Development, Production and Stockpiling of Bacteriological (Biological) and Toxin Weapons and on Their Destruction",
        "Biological Weapons Convention",
        "Biological and Toxin Weapons Convention",
    ],
    &[
        "Convention on Prohibitions or Restrictions on the Use of Certain Conventional Weapons Which May Be Deemed to Be Excessively Injurious or to Have Indiscriminate Effects",
        "Convention on Certain Conventional Weapons",
        "Convention on Conventional Weapons",
    ],
    &[
        "Convention on the Prohibition of the Use, Stockpiling, Production and Transfer of Anti-personnel Mines and on Their Destruction",
        "Anti-Personnel Mine Ban Convention",
        "Mine Ban Convention",
        "Mine Ban Treaty",
    ],
    &["Convention on Cluster Munitions"],
    &["Arms Trade Treaty"],
    &[
        "Convention on the Prohibition of Military or Any Other Hostile Use of Environmental Modification Techniques",
    ],
    &[
        "Protocol for the Prohibition of the Use in War of Asphyxiating, Poisonous or Other Gases, and of Bacteriological Methods of Warfare",
        "1925 Geneva Protocol",
        "Geneva Protocol of 1925",
    ],
    &[
        "Treaty for the Prohibition of Nuclear Weapons in Latin America and the Caribbean",
        "Treaty of Tlatelolco",
        "Tlatelolco Treaty",
    ],
    &["South Pacific Nuclear Free Zone Treaty", "Treaty of Rarotonga", "Rarotonga Treaty"],
    &["Treaty on the Southeast Asia Nuclear-Weapon-Free Zone", "Treaty of Bangkok", "Bangkok Treaty"],
    &["African Nuclear-Weapon-Free Zone Treaty", "Treaty of Pelindaba", "Pelindaba Treaty"],
    &["Treaty on a Nuclear-Weapon-Free Zone in Central Asia", "Treaty of Semipalatinsk"],
    &["Treaty on Conventional Armed Forces in Europe"],
    &["Treaty on Open Skies"],
    &["Convention on the Physical Protection of Nuclear Material"],
    &["Convention on Nuclear Safety"],
    &["Convention on Early Notification of a Nuclear Accident"],
    &["Convention on Assistance in the Case of a Nuclear Accident or Radiological Emergency"],
    &[
        "Joint Convention on the Safety of Spent Fuel Management and on the Safety of Radioactive Waste Management",
    ],
    // Human rights, humanitarian law, labour, refugees.
    &["International Covenant on Civil and Political Rights"],
    &["International Covenant on Economic, Social and Cultural Rights"],
    &["International Convention on the Elimination of All Forms of Racial Discrimination"],
    &["Convention on the Elimination of All Forms of Discrimination against Women"],
    &[
        "Convention against Torture and Other Cruel, Inhuman or Degrading Treatment or Punishment",
        "Convention against Torture",
    ],
    &[
        "Optional Protocol to the Convention against Torture and Other Cruel, Inhuman or Degrading Treatment or Punishment",
        "Optional Protocol to the Convention against Torture",
    ],
    &["Convention on the Rights of the Child"],
    &[
        "Optional Protocol to the Convention on the Rights of the Child on the sale of children, child prostitution and child pornography",
    ],
    &[
        "Optional Protocol to the Convention on the Rights of the Child on the involvement of children in armed conflict",
    ],
    &["Optional Protocol to the Convention on the Rights of the Child on a communications procedure"],
    &["Convention on the Rights of Persons with Disabilities"],
    &[
        "International Convention on the Protection of the Rights of All Migrant Workers and Members of Their Families",
    ],
    &["International Convention for the Protection of All Persons from Enforced Disappearance"],
    &[
        "Second Optional Protocol to the International Covenant on Civil and Political Rights, aiming at the abolition of the death penalty",
        "Second Optional Protocol to the International Covenant on Civil and Political Rights",
    ],
    &["Convention on the Prevention and Punishment of the Crime of Genocide", "Genocide Convention"],
    &["Convention relating to the Status of Refugees"],
    &["Protocol relating to the Status of Refugees"],
    &["Convention relating to the Status of Stateless Persons"],
    &["Convention on the Reduction of Statelessness"],
    &[
        "Geneva Convention for the Amelioration of the Condition of the Wounded and Sick in Armed Forces in the Field",
        "First Geneva Convention",
    ],
    &[
        "Geneva Convention for the Amelioration of the Condition of Wounded, Sick and Shipwrecked Members of Armed Forces at Sea",
        "Second Geneva Convention",
    ],
    &["Geneva Convention relative to the Treatment of Prisoners of War", "Third Geneva Convention"],
    &[
        "Geneva Convention relative to the Protection of Civilian Persons in Time of War",
        "Fourth Geneva Convention",
    ],
    &["Geneva Conventions"],
    &[
        "Protocol Additional to the Geneva Conventions of 12 August 1949, and relating to the Protection of Victims of International Armed Conflicts",
        "Additional Protocol I to the Geneva Conventions",
    ],
    &[
        "Protocol Additional to the Geneva Conventions of 12 August 1949, and relating to the Protection of Victims of Non-International Armed Conflicts",
        "Additional Protocol II to the Geneva Conventions",
    ],
    &["Convention for the Protection of Cultural Property in the Event of Armed Conflict"],
    &[
        "European Convention on Human Rights",
        "Convention for the Protection of Human Rights and Fundamental Freedoms",
    ],
    &["American Convention on Human Rights"],
    &["African Charter on Human and Peoples’ Rights"],
    &[
        "Protocol to the African Charter on Human and Peoples’ Rights on the Rights of Women in Africa",
        "Maputo Protocol",
    ],
    &[
        "Inter-American Convention on the Prevention, Punishment and Eradication of Violence against Women",
        "Convention of Belém do Pará",
    ],
    &[
        "Council of Europe Convention on Preventing and Combating Violence against Women and Domestic Violence",
        "Istanbul Convention",
    ],
    &["European Social Charter"],
    // Crime, drugs, corruption, terrorism.
    &[
        "United Nations Convention against Transnational Organized Crime",
        "Convention against Transnational Organized Crime",
    ],
    &[
        "Protocol to Prevent, Suppress and Punish Trafficking in Persons, Especially Women and Children, supplementing the United Nations Convention against Transnational Organized Crime",
        "Protocol to Prevent, Suppress and Punish Trafficking in Persons, Especially Women and Children",
        "Trafficking in Persons Protocol",
    ],
    &[
        "Protocol against the Smuggling of Migrants by Land, Sea and Air, supplementing the United Nations Convention against Transnational Organized Crime",
        "Protocol against the Smuggling of Migrants by Land, Sea and Air",
    ],
    &[
        "Protocol against the Illicit Manufacturing of and Trafficking in Firearms, Their Parts and Components and Ammunition, supplementing the United Nations Convention against Transnational Organized Crime",
        "Protocol against the Illicit Manufacturing of and Trafficking in Firearms, Their Parts and Components and Ammunition",
        "Firearms Protocol",
    ],
    &["United Nations Convention against Corruption"],
    &["United Nations Convention against Cybercrime", "Convention against Cybercrime"],
    &["Convention on Cybercrime", "Budapest Convention on Cybercrime"],
    &[
        "Single Convention on Narcotic Drugs of 1961 as amended by the 1972 Protocol",
        "Single Convention on Narcotic Drugs",
    ],
    &["Convention on Psychotropic Substances"],
    &["United Nations Convention against Illicit Traffic in Narcotic Drugs and Psychotropic Substances"],
    &["International Convention for the Suppression of the Financing of Terrorism"],
    &["International Convention for the Suppression of Terrorist Bombings"],
    &["International Convention for the Suppression of Acts of Nuclear Terrorism"],
    // Environment.
    &["United Nations Framework Convention on Climate Change", "Framework Convention on Climate Change"],
    &["Kyoto Protocol to the United Nations Framework Convention on Climate Change", "Kyoto Protocol"],
    &["Paris Agreement under the United Nations Framework Convention on Climate Change", "Paris Agreement"],
    &["Convention on Biological Diversity"],
    &[
        "Cartagena Protocol on Biosafety to the Convention on Biological Diversity",
        "Cartagena Protocol on Biosafety",
        "Cartagena Protocol",
    ],
    &[
        "Nagoya Protocol on Access to Genetic Resources and the Fair and Equitable Sharing of Benefits Arising from Their Utilization to the Convention on Biological Diversity",
        "Nagoya Protocol on Access to Genetic Resources and the Fair and Equitable Sharing of Benefits Arising from Their Utilization",
        "Nagoya Protocol on Access and Benefit-sharing",
        "Nagoya Protocol",
    ],
    &[
        "United Nations Convention to Combat Desertification in Those Countries Experiencing Serious Drought and/or Desertification, Particularly in Africa",
        "United Nations Convention to Combat Desertification",
        "Convention to Combat Desertification",
    ],
    &["Vienna Convention for the Protection of the Ozone Layer"],
    &["Montreal Protocol on Substances that Deplete the Ozone Layer", "Montreal Protocol"],
    &[
        "Kigali Amendment to the Montreal Protocol on Substances that Deplete the Ozone Layer",
        "Kigali Amendment to the Montreal Protocol",
        "Kigali Amendment",
    ],
    &[
        "Basel Convention on the Control of Transboundary Movements of Hazardous Wastes and Their Disposal",
        "Basel Convention",
    ],
    &[
        "Rotterdam Convention on the Prior Informed Consent Procedure for Certain Hazardous Chemicals and Pesticides in International Trade",
        "Rotterdam Convention",
    ],
    &["Stockholm Convention on Persistent Organic Pollutants", "Stockholm Convention"],
    &["Minamata Convention on Mercury", "Minamata Convention"],
    &[
        "Convention on International Trade in Endangered Species of Wild Fauna and Flora",
        "Convention on International Trade in Endangered Species",
    ],
    &["Convention on the Conservation of Migratory Species of Wild Animals"],
    &[
        "Convention on Wetlands of International Importance, especially as Waterfowl Habitat",
        "Convention on Wetlands of International Importance especially as Waterfowl Habitat",
        "Ramsar Convention on Wetlands",
        "Ramsar Convention",
        "Convention on Wetlands",
    ],
    &["Convention on the Protection and Use of Transboundary Watercourses and International Lakes"],
    &["Convention on the Law of the Non-navigational Uses of International Watercourses"],
    &[
        "Convention on Access to Information, Public Participation in Decision-making and Access to Justice in Environmental Matters",
        "Aarhus Convention",
    ],
    &["Convention on Environmental Impact Assessment in a Transboundary Context", "Espoo Convention"],
    &["Convention on Long-range Transboundary Air Pollution"],
    &["Convention on the Transboundary Effects of Industrial Accidents"],
    &[
        "Regional Agreement on Access to Information, Public Participation and Justice in Environmental Matters in Latin America and the Caribbean",
        "Escazú Agreement",
    ],
    &["Convention on the Prevention of Marine Pollution by Dumping of Wastes and Other Matter"],
    &["International Convention for the Prevention of Pollution from Ships"],
    &["International Convention for the Safety of Life at Sea"],
    &["International Convention for the Control and Management of Ships’ Ballast Water and Sediments"],
    &[
        "International Convention on Standards of Training, Certification and Watchkeeping for Fishing Vessel Personnel",
    ],
    &["International Convention on Standards of Training, Certification and Watchkeeping for Seafarers"],
    &["Hong Kong International Convention for the Safe and Environmentally Sound Recycling of Ships"],
    &["International Plant Protection Convention"],
    &["Convention on the Conservation of Antarctic Marine Living Resources"],
    &["Convention on the Conservation and Management of Fishery Resources in the South-East Atlantic Ocean"],
    &[
        "Convention on the Conservation and Management of High Seas Fisheries Resources in the North Pacific Ocean",
    ],
    &[
        "Convention on the Conservation and Management of High Seas Fishery Resources in the South Pacific Ocean",
    ],
    &[
        "Convention on the Conservation and Management of Highly Migratory Fish Stocks in the Western and Central Pacific Ocean",
    ],
    &[
        "Convention for the Strengthening of the Inter-American Tropical Tuna Commission Established by the 1949 Convention between the United States of America and the Republic of Costa Rica",
    ],
    &["International Treaty on Plant Genetic Resources for Food and Agriculture"],
    // Culture, health, trade, transport, communication.
    &[
        "Convention concerning the Protection of the World Cultural and Natural Heritage",
        "World Heritage Convention",
    ],
    &["Convention for the Safeguarding of the Intangible Cultural Heritage"],
    &[
        "Convention on the Means of Prohibiting and Preventing the Illicit Import, Export and Transfer of Ownership of Cultural Property",
    ],
    &["Convention on the Protection and Promotion of the Diversity of Cultural Expressions"],
    &["Convention on the Protection of the Underwater Cultural Heritage"],
    &[
        "WHO Framework Convention on Tobacco Control",
        "World Health Organization Framework Convention on Tobacco Control",
        "Framework Convention on Tobacco Control",
    ],
    &["Protocol to Eliminate Illicit Trade in Tobacco Products"],
    &["WHO Pandemic Agreement"],
    &["Constitution of the World Health Organization"],
    &["Agreement on Trade-Related Aspects of Intellectual Property Rights", "TRIPS Agreement"],
    &["Agreement on Trade Facilitation"],
    &["Marrakesh Agreement Establishing the World Trade Organization"],
    &["General Agreement on Tariffs and Trade"],
    &["General Agreement on Trade in Services"],
    &["Agreement Establishing the African Continental Free Trade Area"],
    &["United Nations Convention on Contracts for the International Sale of Goods"],
    &["Convention on the Recognition and Enforcement of Foreign Arbitral Awards", "New York Convention"],
    &["Convention on International Civil Aviation", "Chicago Convention"],
    &["Convention on Road Traffic"],
    &["Convention on Road Signs and Signals"],
    &["Constitution and Convention of the International Telecommunication Union"],
    &["Treaty on the Functioning of the European Union"],
    &["Treaty on European Union"],
    &["North Atlantic Treaty"],
];
