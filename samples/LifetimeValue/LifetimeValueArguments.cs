using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using CustomerInsight;
using CustomerInsight.Models;

namespace LifetimeValueSample;

/// <summary>The command line.</summary>
internal sealed record LifetimeValueArguments
{
    public const string Usage = """
        Usage: dotnet run -c Release --project samples/LifetimeValue -- [options]
          --purchases FILE          purchases as CSV, plain or .gz, or in CDNOW's layout; without it, simulated customers
          --donations FILE          donors by recency and frequency (frequency, recency, periods, weights) instead of purchases
          --subscriptions FILE      percent of subscribers left in each year (year, then a column for each cohort) instead of purchases
          --until DATE              the last day that counts; without it, the last day of the purchases
          --calibrate-until DATE    the last day that the models may learn from while they are compared; without it, half-way
          --zero-amounts keep|drop  whether purchases of amount zero count; drop
          --currency CODE           the currency of the amounts, such as GBP; without it they are unmarked
          --time-unit UNIT          day, week, month or year: what parameters are stated in; week
          --out DIR                 where tables and charts go; without it, the folder "out"
        """;

    public string? Purchases { get; private init; }

    public string? Donations { get; private init; }

    public string? Subscriptions { get; private init; }

    public DateOnly? Until { get; private init; }

    public DateOnly? CalibrateUntil { get; private init; }

    public bool KeepZeroAmounts { get; private init; }

    public string Currency { get; private init; } = Money.NoCurrency;

    public TimeUnit Unit { get; private init; } = TimeUnit.Week;

    public string Out { get; private init; } = "out";

    public static bool TryParse(ReadOnlySpan<string> args, out LifetimeValueArguments arguments, [NotNullWhen(false)] out string? problem)
    {
        arguments = new LifetimeValueArguments();
        problem = null;
        for (int i = 0; i < args.Length && problem is null; i += 2)
        {
            (arguments, problem) = i + 1 < args.Length && !string.IsNullOrWhiteSpace(args[i + 1]) ? arguments.With(args[i], args[i + 1]) : (arguments, $"{args[i]} is no option of this program, or has no value.");
        }

        if (problem is null && new[] { arguments.Purchases, arguments.Donations, arguments.Subscriptions }.Count(static file => file is not null) > 1)
        {
            problem = "--purchases, --donations and --subscriptions are read by different models: give one of them.";
        }

        return problem is null;
    }

    private (LifetimeValueArguments Arguments, string? Problem) With(string option, string value) => option switch
    {
        "--purchases" => (this with { Purchases = value }, null),
        "--donations" => (this with { Donations = value }, null),
        "--subscriptions" => (this with { Subscriptions = value }, null),
        "--until" => DayOf(value) is { } day ? (this with { Until = day }, null) : (this, "--until takes a day such as 1997-09-30."),
        "--calibrate-until" => DayOf(value) is { } day ? (this with { CalibrateUntil = day }, null) : (this, "--calibrate-until takes a day such as 1997-09-30."),
        "--zero-amounts" when value is "keep" or "drop" => (this with { KeepZeroAmounts = value == "keep" }, null),
        "--zero-amounts" => (this, "--zero-amounts takes keep or drop."),
        "--currency" when Money.IsCurrencyCode(value) => (this with { Currency = value }, null),
        "--currency" => (this, "--currency takes a code of three capital letters, such as GBP."),
        "--time-unit" when Enum.TryParse(value, ignoreCase: true, out TimeUnit unit) && Enum.IsDefined(unit) => (this with { Unit = unit }, null),
        "--time-unit" => (this, "--time-unit takes day, week, month or year."),
        "--out" => (this with { Out = value }, null),
        _ => (this, $"{option} is no option of this program."),
    };

    private static DateOnly? DayOf(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? day : null;
}
