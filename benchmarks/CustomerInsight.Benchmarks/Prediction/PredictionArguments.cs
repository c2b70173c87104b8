using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace CustomerInsight.Benchmarks;

/// <summary>The options of the command <c>prediction</c>.</summary>
internal sealed record PredictionArguments
{
    public const string Usage = """
        Usage: dotnet run -c Release --project benchmarks/CustomerInsight.Benchmarks -- prediction [options]
          --rows N              how many rows the classifiers learn from, a tenth of it the survival models; from 10000; 1000000
          --repetitions N       how often each is measured after warming up; the median counts; 3
          --json OUT            the file that the measures are written to
        """;

    public int Rows { get; private init; } = 1_000_000;

    public int Repetitions { get; private init; } = 3;

    public string? Json { get; private init; }

    public static bool TryParse(ReadOnlySpan<string> args, out PredictionArguments arguments, [NotNullWhen(false)] out string? problem)
    {
        arguments = new PredictionArguments();
        problem = null;
        for (int i = 0; i < args.Length && problem is null; i += 2)
        {
            (arguments, problem) = i + 1 < args.Length ? arguments.With(args[i], args[i + 1]) : (arguments, $"{args[i]} is no option of this command, or has no value.");
        }

        return problem is null;
    }

    private (PredictionArguments Arguments, string? Problem) With(string option, string value) => option switch
    {
        "--rows" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int rows) && rows is >= 10_000 and <= 10_000_000 => (this with { Rows = rows }, null),
        "--rows" => (this, "--rows takes a whole number from 10,000 to 10,000,000."),
        "--repetitions" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int repetitions) && repetitions is > 0 and <= 100 => (this with { Repetitions = repetitions }, null),
        "--repetitions" => (this, "--repetitions takes a whole number from 1 to 100."),
        "--json" => (this with { Json = value }, null),
        _ => (this, $"{option} is no option of this command."),
    };
}
