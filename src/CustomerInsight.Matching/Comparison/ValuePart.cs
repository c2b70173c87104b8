using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;

namespace CustomerInsight.Matching;

/// <summary>A part of a standardized value: what a blocking rule or a level looks at where the whole value is too much.</summary>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed class ValuePart
{
    private const string PrefixName = "first ";
    private const string WithoutLastName = "without last ";
    private const string SuffixName = "last ";
    private const string DigitsName = " digits";
    private const string PatternName = "pattern ";
    private const string DateName = "date in ";

    private const int MostShared = 1024;

    // Parts are compared by reference; each that is made by size or pattern is one object, up to a bound, so that equal ones are taken once.
    private static readonly ConcurrentDictionary<string, ValuePart> Shared = new(StringComparer.Ordinal);

    private readonly Func<string, string?> _take;

    // Where the part is a run of the value's own units: where it starts and how long it is, 0 where there is none.
    private readonly Locator? _locate;

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

    private ValuePart(string name, Locator locate)
        : this(name, value => locate(value) is (var start, > 0 and var length) ? value.Substring(start, length) : null) => _locate = locate;

    private delegate (int Start, int Length) Locator(ReadOnlySpan<char> value);

    /// <summary>Gets the whole value.</summary>
    public static ValuePart Whole { get; } = new("whole", static value => (0, value.Length));

    /// <summary>Gets the year of a date in the form yyyy-MM-dd, yyyy-MM or yyyy.</summary>
    public static ValuePart Year { get; } = new("year", static value => (0, value.Length >= 4 ? 4 : 0));

    /// <summary>Gets the year and month of a date in the form yyyy-MM-dd or yyyy-MM, where the month exists.</summary>
    public static ValuePart YearAndMonth { get; } = new("year and month", static value => (0, value.Length >= 7 && DateText.IsMonth(value.Slice(5, 2)) ? 7 : 0));

    /// <summary>Gets a mark that all dates share which do not tell month and day: yyyy, yyyy-MM, or with 00 in their place.</summary>
    public static ValuePart PartialDate { get; } = new("partial date", static value => DateText.IsPartial(value) ? "partial" : null);

    /// <summary>Gets the month and day of a date in the form yyyy-MM-dd; none of the first of January, which stands for an unknown day as often as not.</summary>
    public static ValuePart MonthAndDay { get; } = new("month and day", static value => (5, value.Length == 10 && !value.EndsWith("01-01") ? 5 : 0));

    /// <summary>Gets the part of an e-mail address before the @.</summary>
    public static ValuePart EmailUser { get; } = new("user", static value => (0, Math.Max(0, value.LastIndexOf('@'))));

    /// <summary>Gets the code that names which sound alike share; of Latin names only.</summary>
    public static ValuePart Soundex { get; } = new("soundex", static value => Matching.Soundex.Of(value));

    /// <summary>Gets the code of how a Latin name sounds in English; finer than <see cref="Soundex"/>, and not bound to the first letter.</summary>
    public static ValuePart Metaphone { get; } = new("metaphone", static value => Matching.Metaphone.Of(value));

    /// <summary>Gets the words of a text in ordinal order, so that texts of the same words are equal.</summary>
    public static ValuePart SortedWords { get; } = new("sorted words", static value => string.Join(' ', value.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal)));

    /// <summary>Gets the date itself where the value is one in the form yyyy-MM-dd, else nothing.</summary>
    public static ValuePart Date { get; } = new("date", static value => (0, DateText.TryDay(value, out _) ? value.Length : 0));

    /// <summary>Gets the letters of a given name in pinyin, so that 小明, <c>xiaoming</c> and <c>xiao ming</c> are equal.</summary>
    /// <remarks>Null where the value is neither Chinese characters nor pinyin syllables. <c>lv</c>, <c>lyu</c> and <c>lu</c> are one syllable.</remarks>
    public static ValuePart Pinyin { get; } = new("pinyin", static value => PinyinKey.Of(Matching.Pinyin.Of(value), inAnyOrder: false));

    /// <summary>Gets the letters of a family name in pinyin: 曾 is <c>zeng</c>, as <see cref="Matching.Pinyin.OfName"/> reads it.</summary>
    public static ValuePart PinyinOfFamilyName { get; } = new("pinyin of a family name", static value => PinyinKey.Of(Matching.Pinyin.OfName(value), inAnyOrder: false));

    /// <summary>Gets a key of a whole name in pinyin, so that 王小明, <c>wang xiaoming</c> and <c>xiao ming wang</c> are equal; no text to be read.</summary>
    public static ValuePart PinyinOfFullName { get; } = new("pinyin of a full name", static value => PinyinKey.Of(Matching.Pinyin.OfName(value), inAnyOrder: true));

    /// <summary>Gets one name for all forms of a given name: <c>robert</c> for Bob; the first word of a name that <see cref="Nicknames.Default"/> does not have.</summary>
    /// <remarks>A form of several names gives the first of them in ordinal order, so this is a key to block on; <see cref="Condition.NicknameOf"/> knows them all.</remarks>
    public static ValuePart NicknameRoot { get; } = new("nickname root", static value => Nicknames.Default.Root(value));

    /// <summary>Gets the number itself where the value is one, written with digits and a point, else nothing.</summary>
    public static ValuePart Number { get; } = new("number", static value => (0, NumberText.TryRead(value, out _) ? value.Length : 0));

    /// <summary>Gets the point itself where the value is a latitude and a longitude in degrees with a comma between them, else nothing.</summary>
    public static ValuePart GeoPoint { get; } = new("geo point", static value => (0, GeoPosition.Of(value).IsNone ? 0 : value.Length));

    /// <summary>Gets the part of an e-mail address after the @.</summary>
    public static ValuePart EmailDomain { get; } = new("domain", static value => value.LastIndexOf('@') is >= 0 and int at ? (at + 1, value.Length - at - 1) : default);

    /// <summary>Gets the name of a company without its legal form (Ltd, GmbH, Inc, S.A., 有限公司 …) and a leading <c>the</c>.</summary>
    public static ValuePart CompanyCore { get; } = new("company core", LegalForms.Without);

    private static readonly ValuePart[] BuiltIn =
    [
        Whole, Year, EmailUser, Soundex, SortedWords, Date, Pinyin, PinyinOfFamilyName, PinyinOfFullName, NicknameRoot,
        YearAndMonth, MonthAndDay, PartialDate, Number, GeoPoint, EmailDomain, CompanyCore, Metaphone,
    ];

    /// <summary>Gets the name of the part.</summary>
    public string Name { get; }

    /// <summary>Gets a value indicating whether the part, if it is one of the library's, yields days of the calendar in the form yyyy-MM-dd.</summary>
    internal bool IsDate => ReferenceEquals(this, Date) || Name.StartsWith(DateName, StringComparison.Ordinal);

    /// <summary>The first units of a value.</summary>
    /// <param name="length">How many, at least 1; a shorter value is taken whole.</param>
    /// <returns>The part.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="length"/> is below 1.</exception>
    public static ValuePart Prefix(int length)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1);
        return OneOf(FormattableString.Invariant($"{PrefixName}{length}"), value => (0, Math.Min(length, value.Length)));
    }

    /// <summary>A value without its last units.</summary>
    /// <param name="length">How many units are left out, at least 1; a value that has no more than these has no such part.</param>
    /// <returns>The part.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="length"/> is below 1.</exception>
    public static ValuePart WithoutLast(int length)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1);
        return OneOf(FormattableString.Invariant($"{WithoutLastName}{length}"), value => (0, Math.Max(0, value.Length - length)));
    }

    /// <summary>The first piece of a value that a regular expression finds.</summary>
    /// <param name="pattern">The expression; one without look-around and back references, so that the cost is O(length of the value).</param>
    /// <param name="group">Which group of it; 0 for all that it finds.</param>
    /// <returns>The part; none where the expression finds nothing.</returns>
    /// <exception cref="ArgumentException"><paramref name="pattern"/> is no such expression, or has no such group.</exception>
    public static ValuePart Pattern(string pattern, int group = 0)
    {
        ArgumentException.ThrowIfNullOrEmpty(pattern);
        Regex regex;
        try
        {
            regex = new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
        }
        catch (NotSupportedException exception)
        {
            throw new ArgumentException("The expression uses look-around or back references. Write it without them.", nameof(pattern), exception);
        }

        return regex.GetGroupNumbers().Contains(group)
            ? OneOf(FormattableString.Invariant($"{PatternName}{group} {pattern}"), value => regex.Match(value).Groups[group] is { Success: true, Length: > 0 } found ? found.Value : null)
            : throw new ArgumentException(FormattableString.Invariant($"The expression has no group {group}."), nameof(group));
    }

    /// <summary>A date that is written in another form than yyyy-MM-dd, in the form yyyy-MM-dd.</summary>
    /// <param name="format">How it is written: <c>%Y</c>, <c>%m</c> and <c>%d</c> once each, with separators that are no letters and no digits, such as <c>%Y%m%d</c> or <c>%d/%m/%Y</c>.</param>
    /// <returns>The part; none where the value is not so written or no day of the calendar. A number may have fewer digits, as strptime reads them: at most four and two.</returns>
    /// <exception cref="ArgumentException"><paramref name="format"/> is none of this kind.</exception>
    public static ValuePart DateIn(string format)
    {
        ArgumentNullException.ThrowIfNull(format);
        return new(DateName + format, new DateFormat(format).Read);
    }

    /// <summary>The last units of a value.</summary>
    /// <param name="length">How many, at least 1; a shorter value is taken whole.</param>
    /// <returns>The part.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="length"/> is below 1.</exception>
    public static ValuePart Suffix(int length)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1);
        return OneOf(FormattableString.Invariant($"{SuffixName}{length}"), value => (Math.Max(0, value.Length - length), Math.Min(length, value.Length)));
    }

    /// <summary>The last digits of a value, whatever stands between them: of a phone number, say.</summary>
    /// <param name="count">How many, at least 1; a value with fewer has no such part.</param>
    /// <returns>The part.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is below 1.</exception>
    public static ValuePart LastDigits(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        return OneOf(FormattableString.Invariant($"{SuffixName}{count}{DigitsName}"), value => LastDigits(value, count));
    }

    /// <summary>Takes the part of a value.</summary>
    /// <param name="value">A standardized value.</param>
    /// <returns>The part, or null where the value has none.</returns>
    public string? Of(string value) => _take(value);

    /// <summary>Finds the part inside a value, where it is a run of the value's own units.</summary>
    /// <param name="value">A standardized value.</param>
    /// <param name="start">Where it starts.</param>
    /// <param name="length">How long it is; 0 where the value has none.</param>
    /// <returns>False of a part that is not found so: <see cref="Of"/> takes it.</returns>
    internal bool TryLocate(ReadOnlySpan<char> value, out int start, out int length)
    {
        (start, length) = _locate?.Invoke(value) ?? default;
        return _locate is not null;
    }

    /// <summary>The part of a value without a copy where it is a run of the value's own units; empty where it has none.</summary>
    internal ReadOnlySpan<char> SpanOf(string value) => !TryLocate(value, out int start, out int length) ? Of(value) : length > 0 ? value.AsSpan(start, length) : [];

    /// <summary>Finds a part of the library by its name, or null.</summary>
    internal static ValuePart? Find(string name) =>
        Array.Find(BuiltIn, part => part.Name == name)
        ?? OfSize(name, PrefixName, string.Empty, Prefix)
        ?? OfSize(name, SuffixName, DigitsName, LastDigits)
        ?? OfSize(name, SuffixName, string.Empty, Suffix)
        ?? OfSize(name, WithoutLastName, string.Empty, WithoutLast)
        ?? OfPattern(name)
        ?? (name.StartsWith(DateName, StringComparison.Ordinal) ? DateIn(name[DateName.Length..]) : null);

    private static string? LastDigits(string value, int count)
    {
        int start = value.Length;
        for (int found = 0; found < count;)
        {
            if (--start < 0)
            {
                return null;
            }

            found += char.IsAsciiDigit(value[start]) ? 1 : 0;
        }

        return value.Length - start == count ? value[start..] : string.Concat(value.Skip(start).Where(char.IsAsciiDigit));
    }

    private static ValuePart OneOf(string name, Func<string, string?> take) => OneOf(new ValuePart(name, take));

    private static ValuePart OneOf(string name, Locator locate) => OneOf(new ValuePart(name, locate));

    private static ValuePart OneOf(ValuePart part) =>
        Shared.TryGetValue(part.Name, out ValuePart? known) ? known
        : Shared.Count < MostShared ? Shared.GetOrAdd(part.Name, part)
        : part;

    private static ValuePart? OfSize(string name, string before, string after, Func<int, ValuePart> make) =>
        name.Length > before.Length + after.Length && name.StartsWith(before, StringComparison.Ordinal) && name.EndsWith(after, StringComparison.Ordinal)
        && int.TryParse(name.AsSpan(before.Length, name.Length - before.Length - after.Length), NumberStyles.None, CultureInfo.InvariantCulture, out int size) && size > 0
            ? make(size)
            : null;

    private static ValuePart? OfPattern(string name) =>
        name.StartsWith(PatternName, StringComparison.Ordinal)
        && name.IndexOf(' ', PatternName.Length) is > 0 and int end && end + 1 < name.Length
        && int.TryParse(name.AsSpan(PatternName.Length, end - PatternName.Length), NumberStyles.None, CultureInfo.InvariantCulture, out int group)
            ? Pattern(name[(end + 1)..], group)
            : null;
}
