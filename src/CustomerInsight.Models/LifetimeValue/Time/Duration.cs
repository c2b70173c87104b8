using System.Globalization;

namespace CustomerInsight.Models;

/// <summary>A length of time ahead with its unit, so that no weekly model is asked about days by mistake.</summary>
/// <param name="Length">How many units. At least 0; infinite for <see cref="Forever"/>. What takes a duration refuses one above 1,000,000 years that is not for ever.</param>
/// <param name="Unit">The unit.</param>
public readonly record struct Duration(double Length, TimeUnit Unit)
{
    // Far beyond any customer's life, and near enough that no formula overflows.
    private const double MostYears = 1e6;

    /// <summary>Gets all time to come.</summary>
    public static Duration Forever { get; } = new(double.PositiveInfinity, TimeUnit.Day);

    /// <summary>Gets whether this is all time to come.</summary>
    public bool IsForever => double.IsPositiveInfinity(Length);

    /// <summary>Makes a duration in days.</summary>
    /// <param name="length">How many days.</param>
    /// <returns>The duration.</returns>
    public static Duration Days(double length) => new(length, TimeUnit.Day);

    /// <summary>Makes a duration in weeks of 7 days.</summary>
    /// <param name="length">How many weeks.</param>
    /// <returns>The duration.</returns>
    public static Duration Weeks(double length) => new(length, TimeUnit.Week);

    /// <summary>Makes a duration in months of 365 / 12 days.</summary>
    /// <param name="length">How many months.</param>
    /// <returns>The duration.</returns>
    public static Duration Months(double length) => new(length, TimeUnit.Month);

    /// <summary>Makes a duration in years of 365 days.</summary>
    /// <param name="length">How many years.</param>
    /// <returns>The duration.</returns>
    public static Duration Years(double length) => new(length, TimeUnit.Year);

    /// <summary>Gives the length in another unit.</summary>
    /// <param name="unit">The unit.</param>
    /// <returns>How many of that unit.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A unit is not known.</exception>
    public double In(TimeUnit unit) => unit == Unit ? Length : Length * Unit.Days() / unit.Days();

    /// <summary>Writes length and unit.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => IsForever ? "for ever" : string.Create(CultureInfo.InvariantCulture, $"{Length:G6} {Unit.ToString().ToLowerInvariant()}{(Length == 1 ? string.Empty : "s")}");

    internal double CheckedDays(string parameterName, bool allowForever = false)
    {
        double days = In(TimeUnit.Day);
        return days >= 0 && (IsForever ? allowForever : days <= MostYears * TimeUnits.DaysPerYear)
            ? days
            : throw new ArgumentOutOfRangeException(
                parameterName, this, FormattableString.Invariant($"Expected a length of at least 0 and at most {MostYears:#,0} years{(allowForever ? ", or for ever" : ", and not for ever")}."));
    }
}
