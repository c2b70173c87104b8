using System.Globalization;

namespace CustomerInsight.Models;

/// <summary>When a customer bought again: all that a buy-till-you-die model needs to know.</summary>
/// <param name="Repeats">How often after the first purchase; purchases of one day count as one (x in the literature). From 0 to 1,000,000.</param>
/// <param name="ActiveDays">Days from the first purchase to the last (t_x). From 0 to <paramref name="TenureDays"/>; 0 without repeats.</param>
/// <param name="TenureDays">Days from the first purchase to the as-of day (T). At least 0, finite.</param>
public readonly record struct RepeatPattern(int Repeats, double ActiveDays, double TenureDays)
{
    internal const int MostRepeats = 1_000_000;

    /// <summary>Gets whether the numbers keep to their ranges.</summary>
    public bool IsValid =>
        Repeats is >= 0 and <= MostRepeats
        && double.IsFinite(TenureDays) && ActiveDays >= 0 && ActiveDays <= TenureDays
        && (Repeats > 0 || ActiveDays == 0);

    /// <summary>Makes a pattern from times in any unit.</summary>
    /// <param name="repeats">How often after the first purchase (x).</param>
    /// <param name="active">From the first purchase to the last (t_x).</param>
    /// <param name="tenure">From the first purchase to the as-of moment (T).</param>
    /// <returns>The pattern, in days.</returns>
    public static RepeatPattern Of(int repeats, Duration active, Duration tenure) => new(repeats, active.In(TimeUnit.Day), tenure.In(TimeUnit.Day));

    /// <summary>An order of patterns that nothing but their numbers decide.</summary>
    internal static int Compare(RepeatPattern left, RepeatPattern right)
    {
        int order = left.Repeats.CompareTo(right.Repeats);
        order = order != 0 ? order : left.ActiveDays.CompareTo(right.ActiveDays);
        return order != 0 ? order : left.TenureDays.CompareTo(right.TenureDays);
    }

    internal void ThrowIfInvalid(string parameterName)
    {
        if (!IsValid)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"Repeats={Repeats}, ActiveDays={ActiveDays}, TenureDays={TenureDays} cannot be. Expected 0 <= Repeats <= {MostRepeats} and 0 <= ActiveDays <= TenureDays, with ActiveDays = 0 where there is no repeat; check that all dates use the same time zone."),
                parameterName);
        }
    }

    /// <summary>Writes the numbers.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Repeats} repeat(s), active for {ActiveDays:G6} of {TenureDays:G6} days");
}
