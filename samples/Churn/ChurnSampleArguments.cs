using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using CustomerInsight;

namespace ChurnSample;

/// <summary>The command line.</summary>
internal sealed record ChurnSampleArguments
{
    public const string Usage = """
        Usage: dotnet run -c Release --project samples/Churn -- [options]
        Customers who buy when they like (without options: simulated ones):
          --purchases FILE          purchases as CSV, plain or .gz, or in CDNOW's layout
          --cut DATE                the day up to which the models see; without it, so that one horizon is left to check them
          --horizon DAYS            who buys nothing for so long after the cut has left; 90
          --zero-amounts keep|drop  whether purchases of amount zero count; drop
          --currency CODE           the currency of the amounts, such as GBP; without it they are unmarked
        A table with a row for each customer:
          --table FILE              the table, CSV with a header, plain or .gz
          --id COLUMN               the column that names the customer; without it, the line does
          --target COLUMN           the column that tells who left
          --positive VALUE          its value for those who left
          --drop COLUMNS            columns not to be learned from, separated by commas
        How long customers stay:
          --table FILE --time COLUMN --event COLUMN   how long each was watched, and 1 where that ended with the event
          --group COLUMN            curves by the values of this column, and whether they differ
        All:
          --out DIR                 where tables and charts go; without it, the folder "out"
        """;

    public string? Purchases { get; private init; }

    public DateOnly? Cut { get; private init; }

    public int Horizon { get; private init; } = 90;

    public bool KeepZeroAmounts { get; private init; }

    public string Currency { get; private init; } = Money.NoCurrency;

    public string? Table { get; private init; }

    public string? Id { get; private init; }

    public string? Target { get; private init; }

    public string? Positive { get; private init; }

    public IReadOnlyList<string> Drop { get; private init; } = [];

    public string? Time { get; private init; }

    public string? Event { get; private init; }

    public string? Group { get; private init; }

    public string Out { get; private init; } = "out";

    public static bool TryParse(ReadOnlySpan<string> args, out ChurnSampleArguments arguments, [NotNullWhen(false)] out string? problem)
    {
        arguments = new ChurnSampleArguments();
        problem = null;
        for (int i = 0; i < args.Length && problem is null; i += 2)
        {
            (arguments, problem) = i + 1 < args.Length && !string.IsNullOrWhiteSpace(args[i + 1]) ? arguments.With(args[i], args[i + 1]) : (arguments, $"{args[i]} is no option of this program, or has no value.");
        }

        problem ??= arguments switch
        {
            { Table: not null, Purchases: not null } => "--table and --purchases are read by different models: give one of them.",
            { Table: not null, Time: not null, Event: null } or { Table: not null, Time: null, Event: not null } => "--time and --event go together: how long, and whether it ended.",
            { Table: not null, Time: null } when arguments.Target is null || arguments.Positive is null => "--table needs --target and --positive, or --time and --event: which column tells what became of each customer.",
            { Table: null } when (arguments.Target ?? arguments.Positive ?? arguments.Time ?? arguments.Event) is not null => "--target, --positive, --time and --event are columns of --table: give that too.",
            _ => null,
        };
        return problem is null;
    }

    private (ChurnSampleArguments Arguments, string? Problem) With(string option, string value) => option switch
    {
        "--purchases" => (this with { Purchases = value }, null),
        "--cut" when DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) => (this with { Cut = day }, null),
        "--cut" => (this, "--cut takes a day such as 1997-12-31."),
        "--horizon" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int days) && days is > 0 and <= 3_650 => (this with { Horizon = days }, null),
        "--horizon" => (this, "--horizon takes a number of days from 1 to 3,650."),
        "--zero-amounts" when value is "keep" or "drop" => (this with { KeepZeroAmounts = value == "keep" }, null),
        "--zero-amounts" => (this, "--zero-amounts takes keep or drop."),
        "--currency" when Money.IsCurrencyCode(value) => (this with { Currency = value }, null),
        "--currency" => (this, "--currency takes a code of three capital letters, such as GBP."),
        "--table" => (this with { Table = value }, null),
        "--id" => (this with { Id = value }, null),
        "--target" => (this with { Target = value }, null),
        "--positive" => (this with { Positive = value }, null),
        "--drop" => (this with { Drop = value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) }, null),
        "--time" => (this with { Time = value }, null),
        "--event" => (this with { Event = value }, null),
        "--group" => (this with { Group = value }, null),
        "--out" => (this with { Out = value }, null),
        _ => (this, $"{option} is no option of this program."),
    };
}
