using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace CustomerInsight.Benchmarks;

/// <summary>The options of the command <c>kernels</c>.</summary>
internal sealed record KernelsArguments
{
    public const string Usage = """
        Usage: dotnet run -c Release --project benchmarks/CustomerInsight.Benchmarks -- kernels [options]
          --texts DIR           the folder of surnames.txt and fullnames.txt, a text a line; without it ../shared/reference/splink
          --surnames FILE       the surnames, where they are elsewhere
          --fullnames FILE      the full names, where they are elsewhere
          --repetitions N       how often each comparator goes over all pairs after warming up; the median counts; 5
          --json OUT            the file that the measures are written to
        """;

    private const string SurnamesFile = "surnames.txt";
    private const string FullNamesFile = "fullnames.txt";

    private string Texts { get; init; } = Path.Combine("..", "shared", "reference", "splink");

    [field: AllowNull]
    public string Surnames { get => field ?? Path.Combine(Texts, SurnamesFile); private init; }

    [field: AllowNull]
    public string FullNames { get => field ?? Path.Combine(Texts, FullNamesFile); private init; }

    public int Repetitions { get; private init; } = 5;

    public string? Json { get; private init; }

    public static bool TryParse(ReadOnlySpan<string> args, out KernelsArguments arguments, [NotNullWhen(false)] out string? problem)
    {
        arguments = new KernelsArguments();
        problem = null;
        for (int i = 0; i < args.Length && problem is null; i += 2)
        {
            (arguments, problem) = i + 1 < args.Length ? arguments.With(args[i], args[i + 1]) : (arguments, $"{args[i]} is no option of this command, or has no value.");
        }

        return problem is null;
    }

    private (KernelsArguments Arguments, string? Problem) With(string option, string value) => option switch
    {
        "--texts" => (this with { Texts = value }, null),
        "--surnames" => (this with { Surnames = value }, null),
        "--fullnames" => (this with { FullNames = value }, null),
        "--repetitions" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int repetitions) && repetitions is > 0 and <= 1000 => (this with { Repetitions = repetitions }, null),
        "--repetitions" => (this, "--repetitions takes a whole number from 1 to 1000."),
        "--json" => (this with { Json = value }, null),
        _ => (this, $"{option} is no option of this command."),
    };
}
