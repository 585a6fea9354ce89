/// Names as a portfolio office writes them, with letters outside ASCII.
enum NorwegianNames {
  private static let systems = [
    "pasientjournal", "laboratoriedata", "kurve og medikasjon", "røntgenarkiv", "nødnett", "timebestilling",
    "logistikk",
    "økonomi", "arkiv", "mobil plattform", "fødselsregistrering", "kjøp og avrop",
  ]
  private static let places = [
    "Åsgård", "Østvik", "Sørbygda", "Nordnes", "Fjellheim", "Lillestrand", "Mosætra", "Brønnøy",
  ]
  private static let work = [
    "Kravspesifikasjon", "Systemintegrasjonstest", "Akseptansetest", "Opplæring av superbrukere",
    "Konvertering av data",
    "Oppsett av grensesnitt", "Utarbeide styringsdokument", "Klargjøring av maskinvare", "Gjennomføre anskaffelse",
    "Feilretting før pilot", "Ytelsestest", "Overføring til forvaltning",
  ]
  private static let events = [
    "Godkjent testrapport", "Oppstart", "Kontrakt signert", "Beslutning om innføring", "Løsning i bruk",
    "Pilot avsluttet",
  ]

  static func project(_ number: Int, place: Int) -> String {
    "Regional løsning for \(systems[number % systems.count]), \(places[place % places.count])"
  }

  static func activity(isMilestone: Bool, place: Int) -> String {
    let words = isMilestone ? events : work
    return "\(words[place % words.count]), \(places[place / words.count % places.count])"
  }
}
