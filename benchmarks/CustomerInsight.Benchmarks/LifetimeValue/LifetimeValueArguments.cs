using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using CustomerInsight.Models;

namespace CustomerInsight.Benchmarks;

/// <summary>The options of the command <c>lifetime-value</c>.</summary>
internal sealed record LifetimeValueArguments
{
    public const string Usage = """
        Usage: dotnet run -c Release --project benchmarks/CustomerInsight.Benchmarks -- lifetime-value [options]
          --customers N         how many customers are simulated, from 1000; 1000000
          --purchases FILE      fits every model to this log instead: customer, date and amount by the header's names, or CDNOW's layout
          --time-unit UNIT      day, week, month or year: what the parameters are stated in; week
          --until DATE          the last day that counts, such as 1997-09-30; without it, the last day of the log
          --repetitions N       how often each is measured after warming up; the median counts; 3
          --json OUT            the file that the measures are written to
        """;

    public int Customers { get; private init; } = 1_000_000;

    public string? Purchases { get; private init; }

    public TimeUnit Unit { get; private init; } = TimeUnit.Week;

    public DateOnly? Until { get; private init; }

    public int Repetitions { get; private init; } = 3;

    public string? Json { get; private init; }

    public static bool TryParse(ReadOnlySpan<string> args, out LifetimeValueArguments arguments, [NotNullWhen(false)] out string? problem)
    {
        arguments = new LifetimeValueArguments();
        problem = null;
        for (int i = 0; i < args.Length && problem is null; i += 2)
        {
            (arguments, problem) = i + 1 < args.Length ? arguments.With(args[i], args[i + 1]) : (arguments, $"{args[i]} is no option of this command, or has no value.");
        }

        return problem is null;
    }

    private (LifetimeValueArguments Arguments, string? Problem) With(string option, string value) => option switch
    {
        "--customers" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int customers) && customers is >= 1_000 and <= 10_000_000 => (this with { Customers = customers }, null),
        "--customers" => (this, "--customers takes a whole number from 1,000 to 10,000,000."),
        "--purchases" => (this with { Purchases = value }, null),
        "--time-unit" when Enum.TryParse(value, ignoreCase: true, out TimeUnit unit) && Enum.IsDefined(unit) => (this with { Unit = unit }, null),
        "--time-unit" => (this, "--time-unit takes day, week, month or year."),
        "--until" when DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly until) => (this with { Until = until }, null),
        "--until" => (this, "--until takes a day such as 1997-09-30."),
        "--repetitions" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int repetitions) && repetitions is > 0 and <= 100 => (this with { Repetitions = repetitions }, null),
        "--repetitions" => (this, "--repetitions takes a whole number from 1 to 100."),
        "--json" => (this with { Json = value }, null),
        _ => (this, $"{option} is no option of this command."),
    };
}
