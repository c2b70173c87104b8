namespace CustomerInsight.Matching;

/// <summary>What the bits in a payload mean.</summary>
internal static class PayloadForm
{
    /// <summary>The first byte of every payload.</summary>
    public const byte Version = 1;

    /// <summary>The lowest two bits before an attribute's values; what is above them is a length or a count.</summary>
    public const int NoValue = 0;
    public const int Utf8Value = 1;
    public const int Utf16Value = 2;
    public const int SeveralValues = 3;

    /// <summary>What a record has beyond its key and values.</summary>
    public const int HasTenant = 1;
    public const int HasTime = 2;
    public const int HasIdentifiers = 4;
    public const int AllRecordBits = 7;

    /// <summary>Set before a time that is not in UTC.</summary>
    public const int HasOffset = 4;
    public const int Units = 3;

    /// <summary>The longest unit in which a time is a whole number: 2 for days, 1 for seconds, 0 for ticks.</summary>
    public static int UnitOf(long ticks) => ticks % TimeSpan.TicksPerDay == 0 ? 2 : ticks % TimeSpan.TicksPerSecond == 0 ? 1 : 0;

    public static long TicksOf(int unit) => unit switch { 2 => TimeSpan.TicksPerDay, 1 => TimeSpan.TicksPerSecond, _ => 1 };
}
