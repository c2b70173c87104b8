using System.Collections;

namespace CustomerInsight;

/// <summary>The values that one record has for one attribute: none, one, or several.</summary>
/// <remarks>
/// Holds one value without an array. Values are kept as the source wrote them; a blank value is no value. The default is <see cref="None"/>.
/// </remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public readonly struct AttributeValues : IReadOnlyList<string>, IEquatable<AttributeValues>
{
    private readonly object? _held;

    /// <summary>Holds one value.</summary>
    /// <param name="value">The value; null or white space means none.</param>
    public AttributeValues(string? value) => _held = string.IsNullOrWhiteSpace(value) ? null : value;

    private AttributeValues(object held) => _held = held;

    /// <summary>Gets the absence of a value.</summary>
    public static AttributeValues None => default;

    /// <summary>Gets a value indicating whether there is no value.</summary>
    public bool IsNone => _held is null;

    /// <summary>Gets how many values there are.</summary>
    public int Count => _held switch { null => 0, string => 1, _ => ((string[])_held).Length };

    /// <summary>Gets the first value, or null where there is none.</summary>
    public string? First => _held switch { null => null, string one => one, _ => ((string[])_held)[0] };

    /// <summary>Gets one value.</summary>
    /// <param name="index">From 0 to <see cref="Count"/> − 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="index"/> is outside that range.</exception>
    public string this[int index] => _held switch
    {
        string one when index == 0 => one,
        string[] many when (uint)index < (uint)many.Length => many[index],
        _ => throw new ArgumentOutOfRangeException(nameof(index), index, $"There are {Count} values."),
    };

    /// <summary>Holds several values, in the order given.</summary>
    /// <param name="values">The values; blank ones and repetitions are left out.</param>
    /// <returns>The values.</returns>
    public static AttributeValues Of(IEnumerable<string?> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        string[] kept = values.Where(static value => !string.IsNullOrWhiteSpace(value)).Distinct(StringComparer.Ordinal).ToArray()!;
        return kept.Length switch { 0 => None, 1 => new AttributeValues(kept[0]), _ => new AttributeValues((object)kept) };
    }

    /// <summary>Holds values as they are, each of which is one, no two the same.</summary>
    internal static AttributeValues Exactly(ReadOnlySpan<string> values) => values switch { [] => None, [var only] => new AttributeValues((object)only), _ => new AttributeValues((object)values.ToArray()) };

    /// <summary>Holds one value.</summary>
    /// <param name="value">The value; null or white space means none.</param>
    public static implicit operator AttributeValues(string? value) => new(value);

    /// <summary>Holds one value; the named form of the conversion.</summary>
    /// <param name="value">The value; null or white space means none.</param>
    /// <returns>The values.</returns>
    public static AttributeValues FromString(string? value) => new(value);

    /// <summary>Walks the values in order.</summary>
    /// <returns>An enumerator.</returns>
    public IEnumerator<string> GetEnumerator()
    {
        for (int i = 0; i < Count; i++)
        {
            yield return this[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public bool Equals(AttributeValues other)
    {
        if (Count != other.Count)
        {
            return false;
        }

        for (int i = 0; i < Count; i++)
        {
            if (!string.Equals(this[i], other[i], StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is AttributeValues other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Count, StringComparer.Ordinal.GetHashCode(First ?? string.Empty));

    /// <summary>Compares two sets of values in their order.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    /// <returns>True where they are the same.</returns>
    public static bool operator ==(AttributeValues left, AttributeValues right) => left.Equals(right);

    /// <summary>Compares two sets of values in their order.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    /// <returns>True where they differ.</returns>
    public static bool operator !=(AttributeValues left, AttributeValues right) => !left.Equals(right);

    /// <summary>Says how many values there are, never which: values are personal data.</summary>
    /// <returns>The count as text.</returns>
    public override string ToString() => $"{Count} value(s)";
}
