namespace CustomerInsight.Matching;

/// <summary>Ready-made ladders that know their field. <see cref="PeopleDesign"/> is made of them; a host mixes them with its own.</summary>
/// <remarks>
/// The attributes' values should be standardized as their <see cref="AttributeKind"/> says. In each ladder the level <c>same</c> is adjusted by how
/// common the value is. Where an attribute has several values, the best pair counts.
/// </remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public static class Comparisons
{
    private const int DaysInMonth = 31;
    private const int DaysInYear = 366;

    /// <summary>Equal or different.</summary>
    /// <param name="attribute">The attribute's name.</param>
    /// <param name="name">What the comparison is called in explanations; null for the attribute's name with spaces.</param>
    /// <returns>The comparison.</returns>
    public static Comparison Exact(string attribute, string? name = null) => Make(name ?? Spoken(attribute), attribute, [Same(attribute)]);

    /// <summary>Given names: typing errors, pinyin, nicknames, initials, words of compound names, names in the field of the family name, likeness.</summary>
    /// <param name="attribute">The attribute's name.</param>
    /// <param name="familyName">The attribute of the family name, so that names in each other's field are seen; null for none.</param>
    /// <param name="name">What the comparison is called in explanations.</param>
    /// <returns>The comparison.</returns>
    public static Comparison GivenName(string attribute, string? familyName = null, string name = "given name") =>
        NameLadder(name, attribute, familyName, isGiven: true);

    /// <summary>Family names: typing errors, pinyin, words of compound names, names in the field of the given name, likeness.</summary>
    /// <param name="attribute">The attribute's name.</param>
    /// <param name="givenName">The attribute of the given name; null for none. Names in each other's field are one fact, which <see cref="GivenName"/> tells: here that level says nothing, so use the two together.</param>
    /// <param name="name">What the comparison is called in explanations.</param>
    /// <returns>The comparison.</returns>
    public static Comparison FamilyName(string attribute, string? givenName = null, string name = "family name") =>
        NameLadder(name, attribute, givenName, isGiven: false);

    /// <summary>Whole names in one field: pinyin, initials, likeness, words in another order, words left out.</summary>
    /// <param name="attribute">The attribute's name.</param>
    /// <param name="name">What the comparison is called in explanations.</param>
    /// <returns>The comparison.</returns>
    public static Comparison FullName(string attribute, string name = "full name") => Make(name, attribute,
    [
        Same(attribute),
        new("the same in pinyin", Condition.SamePinyin(attribute, ValuePart.PinyinOfFullName)),
        new("an initial of the other", Condition.InitialOf(attribute)),
        Alike(attribute, 0.95),
        new("the same words in another order", Condition.Same(attribute, ValuePart.SortedWords)),
        new("all words of one in the other", Condition.Similar(attribute, Comparators.TokenSet, 1)),
        Alike(attribute, 0.88),
        new("words alike (token set from 0.85)", Condition.Similar(attribute, Comparators.TokenSet, 0.85)),
        new("words somewhat alike (token set from 0.7)", Condition.Similar(attribute, Comparators.TokenSet, 0.7)),
    ]);

    /// <summary>Dates of birth: swapped day and month, typing errors, nearness; partial and impossible dates by what they tell.</summary>
    /// <param name="attribute">The attribute's name.</param>
    /// <param name="name">What the comparison is called in explanations.</param>
    /// <returns>
    /// The comparison. A date that is no day of the calendar is never the same as another; mostly it is a typing error away from one that is. Two dates that both leave
    /// month or day open agree in what they tell at most: in the month or in the year.
    /// </returns>
    public static Comparison DateOfBirth(string attribute, string name = "date of birth")
    {
        LevelCondition told = Condition.Not(Condition.Same(attribute, ValuePart.PartialDate));
        return Make(name, attribute,
        [
            new("same", Condition.Same(attribute, ValuePart.Date)) { TermFrequency = attribute },
            new("day and month swapped", Condition.DayAndMonthSwapped(attribute)),
            new("one typing error", Condition.All(Condition.EditsWithin(attribute, 1), told)),
            new("within a month", Condition.Any(Condition.DaysWithin(attribute, DaysInMonth), Condition.Same(attribute, ValuePart.YearAndMonth))),
            new("two typing errors", Condition.All(Condition.EditsWithin(attribute, 2), told)),
            new("within a year", Condition.Any(Condition.DaysWithin(attribute, DaysInYear), Condition.Same(attribute, ValuePart.Year))),
            new("within ten years", Condition.DaysWithin(attribute, 10 * DaysInYear)),
        ]);
    }

    /// <summary>E-mail addresses: the whole, the user part, typing errors, a user part that is alike.</summary>
    /// <param name="attribute">The attribute's name.</param>
    /// <param name="withDomain">Whether a last level says that only the domain is the same: worth something where people write from their companies' domains.</param>
    /// <param name="name">What the comparison is called in explanations.</param>
    /// <returns>The comparison.</returns>
    public static Comparison Email(string attribute, bool withDomain = false, string name = "e-mail") => Make(name, attribute,
    [
        Same(attribute),
        new("same user part", Condition.Same(attribute, ValuePart.EmailUser)),
        new("up to two typing errors", Condition.EditsWithin(attribute, 2)),
        new("user part alike (Jaro-Winkler from 0.92)", Condition.Similar(attribute, Comparators.JaroWinkler, 0.92, ValuePart.EmailUser)),
        new("user part somewhat alike (Jaro-Winkler from 0.8)", Condition.Similar(attribute, Comparators.JaroWinkler, 0.8, ValuePart.EmailUser)),
        .. withDomain ? [new ComparisonLevel("same domain", Condition.Same(attribute, ValuePart.EmailDomain))] : Array.Empty<ComparisonLevel>(),
    ]);

    /// <summary>Telephone numbers: up to two typing errors.</summary>
    /// <param name="attribute">The attribute's name.</param>
    /// <param name="name">What the comparison is called in explanations.</param>
    /// <returns>The comparison.</returns>
    public static Comparison Phone(string attribute, string name = "phone") => Code(name, attribute);

    /// <summary>Numbers that a state gave to a person, and other ids: up to two typing errors.</summary>
    /// <param name="attribute">The attribute's name.</param>
    /// <param name="name">What the comparison is called in explanations.</param>
    /// <returns>The comparison.</returns>
    public static Comparison NationalId(string attribute, string name = "national id") => Code(name, attribute);

    /// <summary>Postal codes: one typing error.</summary>
    /// <param name="attribute">The attribute's name.</param>
    /// <param name="withArea">Whether further levels say that all but the last two units are the same (a British sector, the first three of five digits), or all but the last three (a British district).</param>
    /// <param name="name">What the comparison is called in explanations.</param>
    /// <returns>The comparison.</returns>
    public static Comparison Postcode(string attribute, bool withArea = false, string name = "postcode") => Make(name, attribute,
    [
        Same(attribute),
        Edits(attribute, 1),
        .. withArea
            ? [new("same but for the last two", Condition.Same(attribute, ValuePart.WithoutLast(2))), new("same but for the last three", Condition.Same(attribute, ValuePart.WithoutLast(3)))]
            : Array.Empty<ComparisonLevel>(),
    ]);

    /// <summary>Lines of an address: likeness, and words in any order.</summary>
    /// <param name="attribute">The attribute's name.</param>
    /// <param name="name">What the comparison is called in explanations; null for the attribute's name with spaces.</param>
    /// <returns>The comparison.</returns>
    public static Comparison Address(string attribute, string? name = null) => Make(name ?? Spoken(attribute), attribute,
    [
        Same(attribute),
        Alike(attribute, 0.92),
        new("words alike (token set from 0.8)", Condition.Similar(attribute, Comparators.TokenSet, 0.8)),
    ]);

    /// <summary>Single words out of a long list, such as places and occupations: same or alike.</summary>
    /// <param name="attribute">The attribute's name.</param>
    /// <param name="name">What the comparison is called in explanations; null for the attribute's name with spaces.</param>
    /// <returns>The comparison.</returns>
    public static Comparison Word(string attribute, string? name = null) => Make(name ?? Spoken(attribute), attribute, [Same(attribute), Alike(attribute, 0.88)]);

    /// <summary>Names of companies, the legal form aside: typing errors, likeness, words in any order.</summary>
    /// <param name="attribute">The attribute's name.</param>
    /// <param name="name">What the comparison is called in explanations.</param>
    /// <returns>The comparison.</returns>
    public static Comparison CompanyName(string attribute, string name = "company") => Make(name, attribute,
    [
        Same(attribute),
        new("same but for the legal form", Condition.Same(attribute, ValuePart.CompanyCore)),
        new("alike (Jaro-Winkler from 0.92)", Condition.Similar(attribute, Comparators.JaroWinkler, 0.92, ValuePart.CompanyCore)),
        new("words alike (token set from 0.8)", Condition.Similar(attribute, Comparators.TokenSet, 0.8, ValuePart.CompanyCore)),
    ]);

    /// <summary>Free text: what share of their different words two texts have in common.</summary>
    /// <param name="attribute">The attribute's name.</param>
    /// <param name="name">What the comparison is called in explanations; null for the attribute's name with spaces.</param>
    /// <returns>The comparison. The first 256 characters count.</returns>
    public static Comparison FreeText(string attribute, string? name = null) => Make(name ?? Spoken(attribute), attribute,
    [
        Same(attribute),
        new("nearly the same words (Dice from 0.8)", Condition.Similar(attribute, Comparators.Words(SetSimilarity.Dice), 0.8)),
        new("all words of one in the other", Condition.Similar(attribute, Comparators.Words(SetSimilarity.Overlap), 1)),
        new("half the words shared (Dice from 0.5)", Condition.Similar(attribute, Comparators.Words(SetSimilarity.Dice), 0.5)),
        new("some words shared (Dice from 0.25)", Condition.Similar(attribute, Comparators.Words(SetSimilarity.Dice), 0.25)),
    ]);

    /// <summary>Numbers: the same, or near for their size.</summary>
    /// <param name="attribute">The attribute's name.</param>
    /// <param name="name">What the comparison is called in explanations; null for the attribute's name with spaces.</param>
    /// <param name="shares">The levels: at most which shares of the larger number apart, rising; null for 0.01, 0.05 and 0.2.</param>
    /// <returns>The comparison.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A share is negative or not finite.</exception>
    public static Comparison Number(string attribute, string? name = null, IEnumerable<double>? shares = null) => Make(name ?? Spoken(attribute), attribute,
    [
        new("same", Condition.DifferenceWithin(attribute, 0)) { TermFrequency = attribute },
        .. (shares ?? [0.01, 0.05, 0.2]).Select(share => new ComparisonLevel(FormattableString.Invariant($"within {100 * share:0.###} %"), Condition.RelativeDifferenceWithin(attribute, share))),
    ]);

    /// <summary>Points on the earth: how near they lie.</summary>
    /// <param name="attribute">The attribute of the point (<see cref="AttributeKind.GeoPoint"/>), or of the latitude where <paramref name="longitude"/> is given.</param>
    /// <param name="longitude">The attribute of the longitude; null where one attribute holds both.</param>
    /// <param name="name">What the comparison is called in explanations.</param>
    /// <param name="kilometres">The levels: at most how many kilometres apart, rising; null for 0.1, 1, 10 and 100.</param>
    /// <returns>The comparison.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A distance is negative or not finite.</exception>
    public static Comparison GeoPoint(string attribute, string? longitude = null, string name = "place", IEnumerable<double>? kilometres = null) => new(name, longitude is null ? [attribute] : [attribute, longitude],
        (kilometres ?? [0.1, 1, 10, 100]).Select(limit => new ComparisonLevel(
            FormattableString.Invariant($"within {limit:0.###} km"),
            longitude is null ? Condition.KilometresWithin(attribute, limit) : Condition.KilometresWithin(attribute, longitude, limit))));

    /// <summary>Attributes with several values: what share of their different values two records have in common.</summary>
    /// <param name="attribute">The attribute's name.</param>
    /// <param name="name">What the comparison is called in explanations; null for the attribute's name with spaces.</param>
    /// <returns>The comparison. A shared value counts for more the rarer it is.</returns>
    public static Comparison Values(string attribute, string? name = null) => Make(name ?? Spoken(attribute), attribute,
    [
        new("all values shared", Condition.ValueSets(attribute, 1)) { TermFrequency = attribute },
        new("half the values shared", Condition.ValueSets(attribute, 0.5)) { TermFrequency = attribute },
        new("two values shared", Condition.SharedValues(attribute, 2)) { TermFrequency = attribute },
        new("a value shared", Condition.SharedValues(attribute, 1)) { TermFrequency = attribute },
    ]);

    private static Comparison NameLadder(string name, string attribute, string? other, bool isGiven) => Make(name, attribute,
    [
        Same(attribute),
        .. other is null ? Array.Empty<ComparisonLevel>() : [new("in the other name's field", Condition.Crossed(attribute, other)) { IsSilent = !isGiven }],
        new("the same in pinyin", Condition.SamePinyin(attribute, isGiven ? ValuePart.Pinyin : ValuePart.PinyinOfFamilyName)),
        new("one typing error", Condition.All(Condition.EditsWithin(attribute, 1), Condition.Similar(attribute, Comparators.JaroWinkler, 0.8))),
        .. isGiven
            ? [new ComparisonLevel("nicknames of one name", Condition.NicknameOf(attribute)), new ComparisonLevel("an initial of the other", Condition.InitialOf(attribute))]
            : Array.Empty<ComparisonLevel>(),
        new("a word of both", Condition.SharesWord(attribute)),
        Alike(attribute, 0.92),
        Alike(attribute, 0.85),
        new("somewhat alike (Jaro-Winkler from 0.7)", Condition.Similar(attribute, Comparators.JaroWinkler, 0.7)),
    ]);

    private static Comparison Code(string name, string attribute) => Make(name, attribute, [Same(attribute), Edits(attribute, 1), Edits(attribute, 2)]);

    private static Comparison Make(string name, string attribute, IEnumerable<ComparisonLevel> levels) => new(name, [attribute], levels);

    private static ComparisonLevel Same(string attribute) => new("same", Condition.Same(attribute)) { TermFrequency = attribute };

    private static ComparisonLevel Edits(string attribute, int edits) => new(edits == 1 ? "one typing error" : "two typing errors", Condition.EditsWithin(attribute, edits));

    private static ComparisonLevel Alike(string attribute, double atLeast) =>
        new(FormattableString.Invariant($"alike (Jaro-Winkler from {atLeast})"), Condition.Similar(attribute, Comparators.JaroWinkler, atLeast));

    private static string Spoken(string attribute) => attribute.Replace('_', ' ');
}
