using System.Diagnostics.CodeAnalysis;
using CustomerInsight;

namespace Quickstart;

/// <summary>The command line.</summary>
internal sealed record Arguments
{
    public const string Usage = """
        Usage: dotnet run -c Release --project samples/Quickstart -- [options]
          --records FILE...     customer records: CSV or JSON Lines, plain or .gz; each file is a source
          --activities FILE...  purchases; their customer column holds the records' key
          --truth FILE          which records are one customer in truth: key and cluster, to measure against
          --currency CODE       the currency of the amounts, such as GBP; without it they are unmarked
          --out DIR             where the results go; without it, the folder "out"
          --seed N              the seed of the synthetic customers, used when no file is given; 1
          --count N             how many synthetic records; 20000
        Without any file, synthetic customers of three sources are used.
        """;

    public IReadOnlyList<string> Records { get; private init; } = [];

    public IReadOnlyList<string> Activities { get; private init; } = [];

    public string? Truth { get; private init; }

    public string Currency { get; private init; } = Money.NoCurrency;

    public string Out { get; private init; } = "out";

    public ulong Seed { get; private init; } = 1;

    public int Count { get; private init; } = 20_000;

    public bool Help { get; private init; }

    public bool HasFiles => Records.Count + Activities.Count > 0;

    public static bool TryParse(string[] args, out Arguments arguments, [NotNullWhen(false)] out string? problem)
    {
        arguments = new Arguments();
        problem = null;
        for (int i = 0; i < args.Length && problem is null;)
        {
            string option = args[i++];
            int first = i;
            while (i < args.Length && !args[i].StartsWith("--", StringComparison.Ordinal))
            {
                i++;
            }

            (arguments, problem) = args[first..i].Any(string.IsNullOrWhiteSpace)
                ? (arguments, $"{option} got a blank value.")
                : arguments.With(option, args[first..i]);
        }

        problem ??= arguments.Truth is not null && arguments.Records.Count == 0 ? "--truth needs --records: it says which of them are one customer." : null;
        return problem is null;
    }

    private (Arguments Arguments, string? Problem) With(string option, string[] values) => (option, values) switch
    {
        ("--help", []) => (this with { Help = true }, null),
        ("--records", [_, ..]) => (this with { Records = [.. Records, .. values] }, null),
        ("--activities", [_, ..]) => (this with { Activities = [.. Activities, .. values] }, null),
        ("--truth", [string file]) => (this with { Truth = file }, null),
        ("--out", [string folder]) => (this with { Out = folder }, null),
        ("--currency", [string code]) when Money.IsCurrencyCode(code) => (this with { Currency = code }, null),
        ("--currency", _) => (this, "--currency takes a code of three capital letters, such as GBP."),
        ("--seed", [string text]) when ulong.TryParse(text, out ulong seed) => (this with { Seed = seed }, null),
        ("--count", [string text]) when int.TryParse(text, out int count) && count is > 0 and <= 10_000_000 => (this with { Count = count }, null),
        ("--seed" or "--count", _) => (this, $"{option} takes a whole number{(option == "--count" ? " from 1 to 10,000,000" : string.Empty)}."),
        ("--records" or "--activities" or "--truth" or "--out", _) => (this, $"{option} takes {(option is "--truth" or "--out" ? "one value" : "one file or more")}; it got {values.Length}."),
        ("--help", _) => (this, "--help takes no value."),
        _ when option.StartsWith("--", StringComparison.Ordinal) => (this, $"{option} is no option of this program."),
        _ => (this, "A file needs --records, --activities or --truth before it."),
    };
}
