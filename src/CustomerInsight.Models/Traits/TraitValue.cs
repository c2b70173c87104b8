using System.Globalization;

namespace CustomerInsight.Models;

/// <summary>The value of one trait of one customer, or that it is missing. The default is <see cref="Missing"/>.</summary>
/// <threadsafety>Safe from many threads.</threadsafety>
public readonly struct TraitValue : IEquatable<TraitValue>
{
    internal const string DateFormat = "yyyy-MM-dd";

    private readonly double _number;
    private readonly object? _text;
    private readonly byte _kindPlusOne;

    private TraitValue(TraitKind kind, double number, object? text)
    {
        _kindPlusOne = (byte)(kind + 1);
        _number = number;
        _text = text;
    }

    /// <summary>Gets the absence of a value.</summary>
    public static TraitValue Missing => default;

    /// <summary>Gets a value indicating whether there is no value.</summary>
    public bool IsMissing => _kindPlusOne == 0;

    /// <summary>Gets the kind of the value, or null where it is missing.</summary>
    public TraitKind? Kind => IsMissing ? null : (TraitKind)(_kindPlusOne - 1);

    /// <summary>Gets the number.</summary>
    /// <exception cref="InvalidOperationException">The value is missing or of another kind.</exception>
    public double Number => Is(TraitKind.Number) ? _number : throw Other(TraitKind.Number);

    /// <summary>Gets the text.</summary>
    /// <exception cref="InvalidOperationException">The value is missing or of another kind.</exception>
    public string Text => Is(TraitKind.Text) ? (string)_text! : throw Other(TraitKind.Text);

    /// <summary>Gets the day.</summary>
    /// <exception cref="InvalidOperationException">The value is missing or of another kind.</exception>
    public DateOnly Date => Is(TraitKind.Date) ? DateOnly.FromDayNumber((int)_number) : throw Other(TraitKind.Date);

    /// <summary>Gets a value indicating whether the flag is set.</summary>
    /// <exception cref="InvalidOperationException">The value is missing or of another kind.</exception>
    public bool Flag => Is(TraitKind.Flag) ? _number != 0 : throw Other(TraitKind.Flag);

    /// <summary>Gets the texts of the set, in ordinal order.</summary>
    /// <exception cref="InvalidOperationException">The value is missing or of another kind.</exception>
    public ValueList<string> Texts => Is(TraitKind.Texts) ? ValueList.Create<string>((string[])_text!) : throw Other(TraitKind.Texts);

    /// <summary>Holds a number.</summary>
    /// <param name="value">The number; null, NaN and the infinities mean missing.</param>
    /// <returns>The value.</returns>
    public static TraitValue Of(double? value) => value is double number && double.IsFinite(number) ? new(TraitKind.Number, number, null) : default;

    /// <summary>Holds a text.</summary>
    /// <param name="value">The text; null or white space means missing.</param>
    /// <returns>The value.</returns>
    public static TraitValue Of(string? value) => string.IsNullOrWhiteSpace(value) ? default : new(TraitKind.Text, 0, value);

    /// <summary>Holds a day.</summary>
    /// <param name="value">The day; null means missing.</param>
    /// <returns>The value.</returns>
    public static TraitValue Of(DateOnly? value) => value is DateOnly day ? new(TraitKind.Date, day.DayNumber, null) : default;

    /// <summary>Holds yes or no.</summary>
    /// <param name="value">Whether it is so; null means missing.</param>
    /// <returns>The value.</returns>
    public static TraitValue Of(bool? value) => value is bool flag ? new(TraitKind.Flag, flag ? 1 : 0, null) : default;

    /// <summary>Holds a set of texts.</summary>
    /// <param name="values">The texts in any order; blank ones and repetitions are left out. Null means missing; without texts the set is known to be empty.</param>
    /// <returns>The value.</returns>
    public static TraitValue OfTexts(IEnumerable<string?>? values) => values is null ? default : new(TraitKind.Texts, 0, TextSet(values));

    /// <summary>Holds a number.</summary>
    /// <param name="value">The number; NaN and the infinities mean missing.</param>
    public static implicit operator TraitValue(double value) => Of(value);

    /// <summary>Holds a text.</summary>
    /// <param name="value">The text; null or white space means missing.</param>
    public static implicit operator TraitValue(string? value) => Of(value);

    /// <summary>Holds a day.</summary>
    /// <param name="value">The day.</param>
    public static implicit operator TraitValue(DateOnly value) => Of(value);

    /// <summary>Holds yes or no.</summary>
    /// <param name="value">Whether it is so.</param>
    public static implicit operator TraitValue(bool value) => Of(value);

    /// <summary>Compares two values.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    /// <returns>True where both are missing, or of one kind and the same.</returns>
    public static bool operator ==(TraitValue left, TraitValue right) => left.Equals(right);

    /// <summary>Compares two values.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    /// <returns>True where they differ.</returns>
    public static bool operator !=(TraitValue left, TraitValue right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(TraitValue other) => _kindPlusOne == other._kindPlusOne && _number == other._number && (_text, other._text) switch
    {
        (string[] own, string[] others) => own.AsSpan().SequenceEqual(others),
        _ => string.Equals(_text as string, other._text as string, StringComparison.Ordinal),
    };

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is TraitValue other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_kindPlusOne, _number, _text is string[] texts ? ValueList.Create<string>(texts).GetHashCode() : _text?.GetHashCode() ?? 0);

    /// <summary>Writes the value for a person, in the invariant culture: texts in quotes, days as <c>2024-12-31</c>.</summary>
    /// <returns>The text. It may be personal data: not for logs.</returns>
    public string Describe() => Kind switch
    {
        null => "not known",
        TraitKind.Number => _number.ToString("#,0.####", CultureInfo.InvariantCulture),
        TraitKind.Date => Date.ToString(DateFormat, CultureInfo.InvariantCulture),
        TraitKind.Flag => Flag ? "yes" : "no",
        TraitKind.Text => $"'{(string)_text!}'",
        _ => Texts.Count == 0 ? "none" : string.Join(", ", Texts.Select(static text => $"'{text}'")),
    };

    /// <summary>Says the kind, never the value: values are personal data.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Kind?.ToString() ?? nameof(Missing);

    internal static string[] TextSet(IEnumerable<string?> values)
    {
        if (values is IReadOnlyList<string?> { Count: <= 1 } few)
        {
            return few.Count == 1 && !string.IsNullOrWhiteSpace(few[0]) ? [few[0]!] : [];
        }

        string[] kept = values.Where(static value => !string.IsNullOrWhiteSpace(value)).Distinct(StringComparer.Ordinal).ToArray()!;
        Array.Sort(kept, StringComparer.Ordinal);
        return kept;
    }

    private bool Is(TraitKind kind) => _kindPlusOne == (byte)(kind + 1);

    private InvalidOperationException Other(TraitKind asked) => new(IsMissing
        ? $"The value is missing, so it has no {asked}. Check {nameof(IsMissing)} before."
        : $"The value is of kind {Kind}, not {asked}. Ask for what {nameof(Kind)} says.");
}
