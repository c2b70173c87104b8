using System.Globalization;

namespace CustomerInsight.Matching;

/// <summary>A part of a standardized value: what a blocking rule or a level looks at where the whole value is too much.</summary>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed class ValuePart
{
    private const string PrefixName = "first ";

    private readonly Func<string, string?> _take;

    /// <summary>Makes a part.</summary>
    /// <param name="name">Its name, for settings and reports.</param>
    /// <param name="take">Takes the part; pure; null where the value has no such part.</param>
    public ValuePart(string name, Func<string, string?> take)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(take);
        Name = name;
        _take = take;
    }

    /// <summary>Gets the whole value.</summary>
    public static ValuePart Whole { get; } = new("whole", static value => value);

    /// <summary>Gets the year of a date in the form yyyy-MM-dd.</summary>
    public static ValuePart Year { get; } = new("year", static value => value.Length >= 4 ? value[..4] : null);

    /// <summary>Gets the part of an e-mail address before the @.</summary>
    public static ValuePart EmailUser { get; } = new("user", static value => value.LastIndexOf('@') is > 0 and int at ? value[..at] : null);

    /// <summary>Gets the code that names which sound alike share; of Latin names only.</summary>
    public static ValuePart Soundex { get; } = new("soundex", static value => Matching.Soundex.Of(value));

    /// <summary>Gets the words of a text in ordinal order, so that texts of the same words are equal.</summary>
    public static ValuePart SortedWords { get; } = new("sorted words", static value => string.Join(' ', value.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal)));

    private static readonly ValuePart[] BuiltIn = [Whole, Year, EmailUser, Soundex, SortedWords];

    /// <summary>Gets the name of the part.</summary>
    public string Name { get; }

    /// <summary>The first units of a value.</summary>
    /// <param name="length">How many, at least 1; a shorter value is taken whole.</param>
    /// <returns>The part.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="length"/> is below 1.</exception>
    public static ValuePart Prefix(int length)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1);
        return new(FormattableString.Invariant($"{PrefixName}{length}"), value => value.Length <= length ? value : value[..length]);
    }

    /// <summary>Takes the part of a value.</summary>
    /// <param name="value">A standardized value.</param>
    /// <returns>The part, or null where the value has none.</returns>
    public string? Of(string value) => _take(value);

    /// <summary>Finds a part of the library by its name, or null.</summary>
    internal static ValuePart? Find(string name) =>
        Array.Find(BuiltIn, part => part.Name == name)
        ?? (name.StartsWith(PrefixName, StringComparison.Ordinal)
            && int.TryParse(name.AsSpan(PrefixName.Length), NumberStyles.None, CultureInfo.InvariantCulture, out int length) && length > 0 ? Prefix(length) : null);
}
