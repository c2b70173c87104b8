using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace CustomerInsight.Benchmarks;

/// <summary>The options of the command <c>segments</c>.</summary>
internal sealed record SegmentsArguments
{
    public const string Usage = """
        Usage: dotnet run -c Release --project benchmarks/CustomerInsight.Benchmarks -- segments [options]
          --rows N              the points and customers of the largest measure, from 1000; the others keep their share of it; 1000000
          --repetitions N       how often each is measured after warming up; the median counts; 5
          --json OUT            the file that the measures are written to
        """;

    public int Rows { get; private init; } = 1_000_000;

    public int Repetitions { get; private init; } = 5;

    public string? Json { get; private init; }

    public static bool TryParse(ReadOnlySpan<string> args, out SegmentsArguments arguments, [NotNullWhen(false)] out string? problem)
    {
        arguments = new SegmentsArguments();
        problem = null;
        for (int i = 0; i < args.Length && problem is null; i += 2)
        {
            (arguments, problem) = i + 1 < args.Length ? arguments.With(args[i], args[i + 1]) : (arguments, $"{args[i]} is no option of this command, or has no value.");
        }

        return problem is null;
    }

    private (SegmentsArguments Arguments, string? Problem) With(string option, string value) => option switch
    {
        "--rows" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int rows) && rows is >= 1_000 and <= 10_000_000 => (this with { Rows = rows }, null),
        "--rows" => (this, "--rows takes a whole number from 1,000 to 10,000,000."),
        "--repetitions" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int repetitions) && repetitions is > 0 and <= 100 => (this with { Repetitions = repetitions }, null),
        "--repetitions" => (this, "--repetitions takes a whole number from 1 to 100."),
        "--json" => (this with { Json = value }, null),
        _ => (this, $"{option} is no option of this command."),
    };
}
