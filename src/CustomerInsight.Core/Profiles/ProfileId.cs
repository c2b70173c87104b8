using System.Globalization;

namespace CustomerInsight;

/// <summary>The id of a profile. The first run numbers profiles from 1 in the canonical order of their first record.</summary>
/// <param name="Value">The number, at least 1.</param>
public readonly record struct ProfileId(long Value) : IComparable<ProfileId>
{
    /// <inheritdoc/>
    public int CompareTo(ProfileId other) => Value.CompareTo(other.Value);

    /// <summary>Compares by number.</summary>
    /// <param name="left">One id.</param>
    /// <param name="right">The other.</param>
    /// <returns>True where the first is the lower.</returns>
    public static bool operator <(ProfileId left, ProfileId right) => left.Value < right.Value;

    /// <summary>Compares by number.</summary>
    /// <param name="left">One id.</param>
    /// <param name="right">The other.</param>
    /// <returns>True where the first is the higher.</returns>
    public static bool operator >(ProfileId left, ProfileId right) => left.Value > right.Value;

    /// <summary>Compares by number.</summary>
    /// <param name="left">One id.</param>
    /// <param name="right">The other.</param>
    /// <returns>True where the first is not the higher.</returns>
    public static bool operator <=(ProfileId left, ProfileId right) => left.Value <= right.Value;

    /// <summary>Compares by number.</summary>
    /// <param name="left">One id.</param>
    /// <param name="right">The other.</param>
    /// <returns>True where the first is not the lower.</returns>
    public static bool operator >=(ProfileId left, ProfileId right) => left.Value >= right.Value;

    /// <summary>Writes the id as it stands in files: <c>P</c> and at least seven digits, such as <c>P0000042</c>.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => "P" + Value.ToString("D7", CultureInfo.InvariantCulture);
}
