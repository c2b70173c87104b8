using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace CustomerInsight.Benchmarks;

/// <summary>The options of the command <c>churn</c>.</summary>
internal sealed record ChurnArguments
{
    public const string Usage = """
        Usage: dotnet run -c Release --project benchmarks/CustomerInsight.Benchmarks -- churn --data FILE --target COLUMN --positive VALUE [options]
          --data FILE           a table with a header, a row a customer: CSV, plain or .gz
          --target COLUMN       the column that tells what became of the customer
          --positive VALUE      its value for those who left; all others stayed
          --id COLUMN           the column that names the customer; without it, the line does
          --drop COLUMNS        columns that are not to be learned from, separated by commas
          --folds F|N           a file with the id column and a column "fold", or a number of stratified, seeded folds from 2 to 100; 5
          --seed N              the seed of the folds; 1
          --repetitions N       how often everything is done after warming up; the median time counts; 3
          --json OUT            the file that the measures are written to
        """;

    public string Data { get; private init; } = string.Empty;

    public string Target { get; private init; } = string.Empty;

    public string Positive { get; private init; } = string.Empty;

    public string? Id { get; private init; }

    public IReadOnlyList<string> Drop { get; private init; } = [];

    public int Folds { get; private init; } = 5;

    public string? FoldsFile { get; private init; }

    public ulong Seed { get; private init; } = 1;

    public int Repetitions { get; private init; } = 3;

    public string? Json { get; private init; }

    public static bool TryParse(ReadOnlySpan<string> args, out ChurnArguments arguments, [NotNullWhen(false)] out string? problem)
    {
        arguments = new ChurnArguments();
        problem = null;
        for (int i = 0; i < args.Length && problem is null; i += 2)
        {
            (arguments, problem) = i + 1 < args.Length ? arguments.With(args[i], args[i + 1]) : (arguments, $"{args[i]} is no option of this command, or has no value.");
        }

        if (problem is null && (arguments.Data.Length == 0 || arguments.Target.Length == 0 || arguments.Positive.Length == 0))
        {
            problem = "--data, --target and --positive are needed: which file, which column tells who left, and by which value.";
        }

        if (problem is null && arguments is { FoldsFile: not null, Id: null })
        {
            problem = "--folds FILE needs --id: the folds are given by customer.";
        }

        return problem is null;
    }

    private (ChurnArguments Arguments, string? Problem) With(string option, string value) => option switch
    {
        "--data" => (this with { Data = value }, null),
        "--target" => (this with { Target = value }, null),
        "--positive" => (this with { Positive = value }, null),
        "--id" => (this with { Id = value }, null),
        "--drop" => (this with { Drop = value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) }, null),
        "--folds" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int folds) => folds is >= 2 and <= 100
            ? (this with { Folds = folds, FoldsFile = null }, null)
            : (this, "--folds takes a file, or a whole number from 2 to 100."),
        "--folds" => (this with { FoldsFile = value }, null),
        "--seed" when ulong.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out ulong seed) => (this with { Seed = seed }, null),
        "--seed" => (this, "--seed takes a whole number of at least 0."),
        "--repetitions" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int repetitions) && repetitions is > 0 and <= 100 => (this with { Repetitions = repetitions }, null),
        "--repetitions" => (this, "--repetitions takes a whole number from 1 to 100."),
        "--json" => (this with { Json = value }, null),
        _ => (this, $"{option} is no option of this command."),
    };
}
