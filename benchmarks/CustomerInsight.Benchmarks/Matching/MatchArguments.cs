using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace CustomerInsight.Benchmarks;

/// <summary>The options of the command <c>match</c>.</summary>
internal sealed record MatchArguments
{
    public const string Usage = """
        Usage: dotnet run -c Release --project benchmarks/CustomerInsight.Benchmarks -- match [options]
          --records FILE        CSV, plain or .gz; the column record_id is the key, the others are mapped by kind from their names
          --truth FILE          record_id,cluster_id: which records are one entity; without it nothing is measured against
          --map COLUMN=KIND,…   what columns mean where their names do not tell, such as born=date-of-birth
          --withhold COLUMN,…   columns that are not read
          --link COLUMN         the column that names the source of each record
          --duplicate-free      beside --link: no source has an entity twice
          --rules auto|known    blocking rules composed of the columns alone, or those known for people alone; without it, of both those that find most
          --rules splink-narrow|splink-wide
                                Splink's comparisons, training, clusters and six or nine blocking rules, to be set beside its own figures
          --splink-model FILE   a model that Splink saved: nothing is learned, values are compared as they stand in the file
          --threads N           how many threads; as many as there are cores
          --out DIR             where clusters.csv goes; else a temporary file
          --json OUT            the file that the measures are written to
        """;

    public string Records { get; private init; } = string.Empty;

    public string? Truth { get; private init; }

    public IReadOnlyList<(string Column, AttributeKind Kind)> Map { get; private init; } = [];

    public IReadOnlyList<string> Withhold { get; private init; } = [];

    public string? Link { get; private init; }

    public bool DuplicateFree { get; private init; }

    public BlockingRules Rules { get; private init; }

    public string? SplinkModel { get; private init; }

    /// <summary>Whether columns are known by their names and compared as they stand in the file, as Splink knows them.</summary>
    public bool IsVerbatim => SplinkModel is not null || Rules is BlockingRules.SplinkNarrow or BlockingRules.SplinkWide;

    public int Threads { get; private init; }

    public string? Out { get; private init; }

    public string? Json { get; private init; }

    public static bool TryParse(ReadOnlySpan<string> args, out MatchArguments arguments, [NotNullWhen(false)] out string? problem)
    {
        arguments = new MatchArguments();
        problem = null;
        for (int i = 0; i < args.Length && problem is null; i++)
        {
            if (args[i] == "--duplicate-free")
            {
                arguments = arguments with { DuplicateFree = true };
                continue;
            }

            (arguments, problem) = i + 1 < args.Length ? arguments.With(args[i], args[i + 1]) : (arguments, $"{args[i]} is no option of this command, or has no value.");
            i++;
        }

        problem ??= arguments.Records.Length == 0 ? "--records is missing."
            : arguments.DuplicateFree && arguments.Link is null ? "--duplicate-free needs --link: it says of which source a record is."
            : arguments.SplinkModel is not null && arguments.Rules != BlockingRules.Any ? "--rules and --splink-model exclude each other: Splink's model brings its own rules."
            : arguments.IsVerbatim && arguments.Map.Count > 0 ? "--map excludes --splink-model and Splink's rules: they name columns, not kinds."
            : null;
        return problem is null;
    }

    private (MatchArguments Arguments, string? Problem) With(string option, string value) => option switch
    {
        "--records" => (this with { Records = value }, null),
        "--truth" => (this with { Truth = value }, null),
        "--map" => WithMap(value),
        "--withhold" => (this with { Withhold = [.. Withhold, .. Split(value)] }, null),
        "--threads" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int threads) && threads is > 0 and <= 1024 => (this with { Threads = threads }, null),
        "--threads" => (this, "--threads takes a whole number from 1 to 1024."),
        "--link" => (this with { Link = value }, null),
        "--rules" => RulesOf(value) is { } rules ? (this with { Rules = rules }, null) : (this, "--rules takes auto, known, splink-narrow or splink-wide."),
        "--splink-model" => (this with { SplinkModel = value }, null),
        "--out" => (this with { Out = value }, null),
        "--json" => (this with { Json = value }, null),
        _ => (this, $"{option} is no option of this command."),
    };

    private static BlockingRules? RulesOf(string value) => value switch
    {
        "auto" => BlockingRules.Auto,
        "known" => BlockingRules.Known,
        "splink-narrow" => BlockingRules.SplinkNarrow,
        "splink-wide" => BlockingRules.SplinkWide,
        _ => null,
    };

    private (MatchArguments Arguments, string? Problem) WithMap(string value)
    {
        var map = new List<(string Column, AttributeKind Kind)>(Map);
        foreach (string part in Split(value))
        {
            int sign = part.LastIndexOf('=');
            if (sign <= 0 || AttributeKinds.Find(part[(sign + 1)..]) is not { } kind)
            {
                return (this, $"--map takes COLUMN=KIND; '{part}' is none. Kinds: {string.Join(", ", AttributeKinds.Names)}.");
            }

            map.Add((part[..sign], kind));
        }

        return (this with { Map = map }, null);
    }

    private static string[] Split(string value) => value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
