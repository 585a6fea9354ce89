extension Change {
  /// The grammar of changes, as printed in the help.
  public static let grammar = """
    change   = slip | lengthen | set | link | drop | add | risk | money ;
    slip     = id amount ;                        (* x.release-1-1 +6ew : an own delay, elapsed *)
    lengthen = id "duration" amount ;             (* x.test duration +2w : more work *)
    set      = id key "=" value ;                 (* x.bergen target=høsten 2023 ; "none" clears *)
    link     = id "->" id [ type ] [ amount ] [ strength ] ;  (* x.a -> x.b SS+10d *)
    drop     = "drop" id [ "->" id [ type ] ] ;   (* drop x.a -> x.b *)
    add      = "add" id ( "milestone" [ "start" | "finish" ] | duration ) [ "planned=" date ] ;
    risk     = "risk" name ( "probability=" p [ ".." p ] | "likelihood=" ( "S1" … "S5" )
               | "consequence=" ( "K1" … "K5" ) | "impact" id "=" duration | ( "factor=" | "cost=" ) range )
             | "drop" "risk" name ;               (* risk R1 impact x.test=2d..4d..9d ; "none" clears *)
    range    = number [ ".." number [ ".." number ] ] ;
    money    = ( id | "*" ) "cost" item ( "=" number | ( "+" | "-" ) number [ "%" ] ) ;
                                                  (* amk-hso cost phase-1 +10%; "*": all projects *)
    item     = "forecast" | "accrued" | "steering-frame" | "cost-frame" | "run-rate" | part ;
    key      = "planned" | "target" | "deadline" | "actual" | "actual-start" | "actual-finish" | "duration"
             | "remaining" | "suspend" | "resume" | "expected-finish" | "as-late-as-possible" | "calendar"
             | "window" | "name" | "inactive" | constraint ;
    duration = quantity [ ".." quantity [ ".." quantity ] ] ;  (* likely, or low..high, or low..likely..high *)
    amount   = ( "+" | "-" ) quantity ;
    type     = "FS" | "SS" | "FF" | "SF" ;
    strength = "hard" | "soft" | "co" ;
    quantity = number ( "m" | "h" | "d" | "w" | "mo" | "eh" | "ed" | "ew" | "emo" ) ;
    """

  /// The keys that `set` takes.
  public static let keys =
    [
      "planned", "target", "deadline", "actual", "actual-start", "actual-finish", "duration", "remaining", "suspend",
      "resume", "expected-finish", "as-late-as-possible", "calendar", "window", "name", "inactive",
    ] + Constraint.Kind.allCases.map(\.rawValue)

  /// Reads a change expression.
  ///
  /// - Throws: ``ChangeProblem`` with the column of the first word that does not fit.
  public init(_ text: String, context: DateContext = DateContext(), evidence: Evidence = .none) throws(ChangeProblem) {
    var reader = ChangeReader(text, context: context, evidence: evidence)
    self.init(try reader.action(), text: text, evidence: evidence)
  }
}

extension Estimate {
  /// Reads `40d`, `30d..65d` or `30d..40d..65d`; nil where the text is no estimate or its parts do not fit together.
  public init?(_ text: String) {
    let texts = text.rangeParts
    let parts = texts.compactMap { Quantity($0) }
    guard parts.count == texts.count, parts.count <= 3,
      parts.allSatisfy({ !$0.isNegative && $0.unit != .percent }),
      parts.allSatisfy({ $0.isElapsed == parts[0].isElapsed })
    else { return nil }
    switch parts.count {
    case 1: self.init(parts[0])
    case 2:
      // The middle of the range, in the unit of the upper end where the two agree.
      guard parts[0].unit == parts[1].unit else { return nil }
      self.init(
        Quantity(thousandths: (parts[0].thousandths + parts[1].thousandths) / 2, unit: parts[0].unit), low: parts[0],
        high: parts[1])
    default: self.init(parts[1], low: parts[0], high: parts[2])
    }
  }
}

extension String {
  /// The text without white space at either end.
  package var trimmed: String {
    var slice = Substring(self)
    while slice.first?.isWhitespace == true { slice.removeFirst() }
    while slice.last?.isWhitespace == true { slice.removeLast() }
    return String(slice)
  }
}
