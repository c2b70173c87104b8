using System.Diagnostics.CodeAnalysis;
using CustomerInsight;

namespace SegmentsSample;

/// <summary>The command line.</summary>
internal sealed record SegmentsArguments
{
    public const string Usage = """
        Usage: dotnet run -c Release --project samples/Segments -- [options]
          --activities FILE     purchases as CSV, plain or .gz; without it, synthetic customers
          --currency CODE       the currency of the amounts, such as GBP; without it they are unmarked
          --segments FILE       the rule segments, JSON; without it, four that are written to the folder as an example
          --out DIR             where tables and charts go; without it, the folder "out"
        """;

    public string? Activities { get; private init; }

    public string Currency { get; private init; } = Money.NoCurrency;

    public string? Segments { get; private init; }

    public string Out { get; private init; } = "out";

    public static bool TryParse(ReadOnlySpan<string> args, out SegmentsArguments arguments, [NotNullWhen(false)] out string? problem)
    {
        arguments = new SegmentsArguments();
        problem = null;
        for (int i = 0; i < args.Length && problem is null; i += 2)
        {
            (arguments, problem) = i + 1 < args.Length && !string.IsNullOrWhiteSpace(args[i + 1]) ? arguments.With(args[i], args[i + 1]) : (arguments, $"{args[i]} is no option of this program, or has no value.");
        }

        return problem is null;
    }

    private (SegmentsArguments Arguments, string? Problem) With(string option, string value) => option switch
    {
        "--activities" => (this with { Activities = value }, null),
        "--currency" when Money.IsCurrencyCode(value) => (this with { Currency = value }, null),
        "--currency" => (this, "--currency takes a code of three capital letters, such as GBP."),
        "--segments" => (this with { Segments = value }, null),
        "--out" => (this with { Out = value }, null),
        _ => (this, $"{option} is no option of this program."),
    };
}
