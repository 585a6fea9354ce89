public import PlanModel

/// The document of the file format, written from the table of keys.
///
///     FormatDocument.text       // Documentation/FileFormat.md
public enum FormatDocument {
  /// The whole document in Markdown.
  public static var text: String {
    ([introduction, strictness, evidence, values, risks, files, tables] + KeyTable.kinds.map(section(of:)) + [problems])
      .joined(separator: "\n\n") + "\n"
  }

  private static let introduction = """
    # The file format of plans, version \(KeyTable.version)

    This document and the JSON Schema beside it (`milepost-plan.schema.json`) are written from the table of keys that
    the reader uses. Do not edit them; edit the table.

    A plan is a folder, or one file. A folder is read by its `portfolio.yaml`, its `plan.yaml`, or its only YAML file;
    one without any by its `activities.csv`.

    ```yaml
    # portfolio.yaml
    milepost: \(KeyTable.version)
    name: Regional portfolio
    status-date: 2023-04-30
    default-calendar: norway
    include: projects/*.yaml
    ```

    ```yaml
    # projects/amk-hso.yaml
    project: amk-hso
    source: T1-2023 §3.1.2
    activities:
      integration-test:
        duration: { low: 30d, likely: 40d, high: 65d, because: "no duration is given" }
        after: [amk-interregional.release-1-1]
      oslo-start:
        milestone: start
        after: integration-test
    ```

    ```yaml
    # scenarios/plan-a.yaml
    scenario: plan-a
    changes:
      - amk-hso.oslo-start planned=2024-01
    ```
    """

  private static let strictness = """
    ## Strict YAML

    Files are UTF-8 (a byte order mark is allowed) and hold one YAML document with a mapping. Every scalar is raw text
    that its key types: `no` is a word, `010` is ten, `2023-04` is a month.

    - Anchors, aliases, tags, merge keys, directives, further documents and keys that are not text are refused
      (`yaml-feature`); so is nesting deeper than \(YamlParser.maximalDepth) levels.
    - Unknown keys, keys given twice and keys without a value are errors. To say nothing of something, leave its key out.
    - Decimals have a point: `275.3`. A decimal comma is an error.
    - Text needs quotes where YAML would cut it: where it holds `: `, or ` #` with a character right after the `#`, where
      it begins with one of `` @ ` % & * ! | > ' " [ ] { } ``, and inside `{ }` or `[ ]` where it holds a comma. What was
      cut is reported with the text as it should be written. A comment is ` # ` with a space after the `#`.
    - Problems are told all at once, in plan order: the first file, then included files as listed, then scenarios; in each
      by line and column. Columns count characters. Nothing is read in part. A syntax error ends its file: what stands
      before it is checked as well, names that may stand behind it are not.
    """

  private static let evidence = """
    ## Evidence

    A fact with a `source` is *stated*; one with a `because` and no source is *assumed*; one with neither is *unsourced*.
    `source` and `because` of a mapping cover the facts in it that have neither of their own, through all mappings
    inside it in the same file: a project's source covers its activities, their dates and their links. `known` is the day
    from which a fact was known. `seed` names rows of a document of source facts, `note` is a remark; the plan as a whole
    may have both. Calendars, their exceptions and windows are facts as well: an assumed closure or window is listed among
    the assumptions of every answer that it times.

    A single fact has evidence of its own in the long form:

    ```yaml
    planned: { at: 2023-06, because: "the vendor's habit" }
    ```
    """

  private static let values = """
    ## Values

    - **Ids** are letters of any script, digits and hyphens, a letter or digit first. An activity of a project is
      `project.activity`. In a project, a reference without a dot means the project's own activity first, then an
      activity of no project; every other activity needs its whole id. Ids are compared in Unicode normal form C.
    - **Dates** are days (`2023-04-30`), months (`2023-11`), quarters (`2024-Q1`), tertials (`2023-T1`), weeks
      (`2020-W35`), years, ranges (`2023-05/2023-08`, `../2022-10-01`) and phrases such as `medio juni 2023` or
      `høsten 2023`. A date without a year takes that of `report-year`, else of the status date. Years are 1900 to 2200.
    - **Amounts of time** are a number and a unit. Working units: `m h d w mo`, with the lengths of `d`, `w` and `mo` set
      in `options`. Elapsed units: `em eh ed ew emo`; an `emo` is 30 days. Lags may be negative or a percentage of the
      predecessor's duration: `50%`. At most 100 years.
    - **Hours** are periods of a day, `"08:00-11:30, 12:00-16:00"`, or `closed`. A period past midnight, `"22:00-06:00"`,
      belongs to the day on which it begins.
    - **Predecessors** are an id, then in any order a link type (`FS`, `SS`, `FF`, `SF`), a signed lag and a strength:
      `x`, `x SS+10d`, `x FF soft`.
    - **Flags** are `yes` or `no`; `true` and `false` are read too.
    - Where a list is taken, one item may stand alone.

    ### Changes

    Scenarios and `--change` say changes in one grammar:

    ```
    \(Change.grammar)
    ```
    """

  private static let risks = """
    ## Risks in numbers

    A risk of the register is words and levels. What a simulation draws is what has numbers:

    ```yaml
    risk-scales:                # what the levels mean in this plan; without them they mean no number
      because: agreed in the risk workshop
      S3: 0.2..0.4              # read at its middle
      K3: 2w..4w..9w
    risks:
      R1:
        likelihood: S3
        consequence: K3
        delays: [hospital.test] # by what K3 means
        measures:
          A:
            name: Reserve the test environment
            changes: risk R1 probability=0.1
      R2:
        probability: 0.3
        impact: { hospital.test: 2d..4d..9d }
      pace:
        probability: 1          # certain to be there: doubt that activities share
        factor: 0.9..1.15..1.6
        stretches: [hospital.build, hospital.test]
    correlations:
      - { activities: [hospital.build, hospital.train], value: 0.6, because: the same people }
    ```

    - `impact` and `delays` add time to activities: working time lengthens them, elapsed time moves them like a slip. Each
      activity has a draw of its own. `factor` multiplies the durations of all that it `stretches` by one draw.
    - Without a probability, its own or by its level, a risk moves nothing; nor does it without an activity or a cost.
      `milepost check` tells both.
    - Planned dates that are spans are drawn evenly from their days.
    """

  private static let files = """
    ## Files

    `include` names files relative to the first file; `*` matches within one name and the matches are read in order of
    their names. Included files stay at or below the plan's folder: `..`, absolute paths and symbolic links that lead out
    are refused. A file with a `project` key is a project, one with a `scenario` key a scenario, any other a part of the
    plan. `scenarios/*.yaml` beside `portfolio.yaml` or `plan.yaml` are read without being included. Each file is read once.
    """

  private static let tables = """
    ## Tables

    A `.csv` file is a plan of activities, one a row, with quotes as in RFC 4180 and commas or semicolons between cells
    (whichever the header has more of). Columns: \(KeyTable.activityColumns.map { "`\($0)`" }.joined(separator: ", ")). Only `id` is needed; an empty
    cell says nothing; cells are read as the values of the same keys below. `predecessors` holds predecessors between
    `|` or `;`: `a | b SS+10d`. An id `p.a` makes the project `p`.

    Links may stand in a second file, `NAME-links.csv` beside `NAME.csv`, or `links.csv` beside `activities.csv`, with
    the columns \(KeyTable.linkColumns.map { "`\($0)`" }.joined(separator: ", ")).

    Spreadsheets compute cells that begin with `=`, `+`, `-`, `@`, a tab or a carriage return. `milepost convert --to csv`
    writes an apostrophe in front of such a text, and in front of one that begins with apostrophes and then such a
    character; reading takes one apostrophe off again. Without it these cells are read as they stand.
    """

  private static func section(of kind: MappingKind) -> String {
    let evidence = Set(KeyTable.evidence.map(\.name))
    let keys = kind.keys.filter { !evidence.contains($0.name) }
    var text = "## `\(kind.name)`\n\n\(kind.meaning)\n\n| Key | Value | Meaning |\n| --- | --- | --- |"
    for key in keys {
      let required = key.isRequired ? " **Required.**" : ""
      let since = key.since > 1 ? " Since version \(key.since)." : ""
      text += "\n| `\(key.name)` | \(key.form.phrase) | \(key.meaning.replacing("|", with: "\\|"))\(required)\(since) |"
    }
    if keys.count < kind.keys.count {
      text +=
        "\n\nAlso "
        + kind.keys.filter { evidence.contains($0.name) }.map { "`\($0.name)`" }
        .joined(separator: ", ") + ", as everywhere."
    }
    let examples = keys.filter { !$0.example.isEmpty }
    if !examples.isEmpty {
      text += "\n\n```yaml\n" + examples.map { "\($0.name): \($0.example)" }.joined(separator: "\n") + "\n```"
    }
    return text
  }

  private static let problems =
    "## Problems\n\nCodes are stable; words may change.\n\n"
    + codes.map { "- `\($0.rawValue)`" }.joined(separator: "\n")

  /// What reading files can report, in the order of ``Diagnostic/Code``.
  public static let codes: [Diagnostic.Code] = [
    .unreadableFile, .emptyFile, .invalidUTF8, .yamlSyntax, .yamlFeature, .nestingTooDeep, .unknownKey, .missingKey,
    .duplicateKey, .wrongType, .quoteText, .formatVersion, .includeMissing, .badTable, .badIdentifier, .badDate,
    .badQuantity, .badNumber, .badHours, .badEstimate, .badChange, .notAChoice, .contradiction, .duplicateID,
    .unknownActivity, .unknownProject, .unknownNode, .unknownCalendar, .unknownWindow, .unknownScenario, .unknownRisk,
    .partOfCycle, .emptyCalendar,
  ]
}
