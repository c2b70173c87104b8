namespace CustomerInsight.Matching;

/// <summary>The ladders by which people are compared.</summary>
internal static class PeopleComparisons
{
    private const int DaysInMonth = 31;
    private const int DaysInYear = 366;

    public static IEnumerable<Comparison> For(PeopleFields fields) => new[]
    {
        fields.GivenName is { } given ? Name("given name", given, fields.FamilyName, isFirst: true) : null,
        fields.FamilyName is { } family ? Name("family name", family, fields.GivenName, isFirst: false) : null,
        fields.FullName is { } full ? FullName(full) : null,
        fields.BirthDate is { } birth ? BirthDate(birth) : null,
        fields.Email is { } email ? Email(email) : null,
        fields.Phone is { } phone ? Code("phone", phone, edits: 2) : null,
        fields.NationalId is { } id ? Code("national id", id, edits: 2) : null,
        fields.Postcode is { } postcode ? Code("postcode", postcode, edits: 1) : null,
        fields.StreetNumber is { } number ? Exact("street number", number) : null,
        fields.City is { } city ? Word("city", city) : null,
        fields.Region is { } region ? Exact("region", region) : null,
        fields.Country is { } country ? Exact("country", country) : null,
        fields.Gender is { } gender ? Exact("gender", gender) : null,
        fields.Company is { } company ? Text("company", company) : null,
    }
        .OfType<Comparison>()
        .Concat(fields.StreetLines.Select(line => Text(Spoken(line), line)))
        .Concat(fields.Categories.Select(category => Word(Spoken(category), category)));

    /// <summary>Crossed names are one fact: the first of the two comparisons tells it, the other is silent.</summary>
    private static Comparison Name(string name, string attribute, string? other, bool isFirst) => new(name, [attribute],
    [
        Same(attribute),
        .. other is null ? Array.Empty<ComparisonLevel>() : [new("in the other name's field", Condition.Crossed(attribute, other)) { IsSilent = !isFirst }],
        new("the same in pinyin", Condition.SamePinyin(attribute, isFirst ? ValuePart.Pinyin : ValuePart.PinyinOfFamilyName)),
        new("one typing error", Condition.All(Condition.EditsWithin(attribute, 1), Condition.Similar(attribute, Comparators.JaroWinkler, 0.8))),
        .. isFirst
            ? [new ComparisonLevel("nicknames of one name", Condition.NicknameOf(attribute)), new ComparisonLevel("an initial of the other", Condition.InitialOf(attribute))]
            : Array.Empty<ComparisonLevel>(),
        new("a word of both", Condition.SharesWord(attribute)),
        new("alike (Jaro-Winkler from 0.92)", Condition.Similar(attribute, Comparators.JaroWinkler, 0.92)),
        new("alike (Jaro-Winkler from 0.85)", Condition.Similar(attribute, Comparators.JaroWinkler, 0.85)),
        new("somewhat alike (Jaro-Winkler from 0.7)", Condition.Similar(attribute, Comparators.JaroWinkler, 0.7)),
    ]);

    private static Comparison FullName(string attribute) => new("full name", [attribute],
    [
        Same(attribute),
        new("the same in pinyin", Condition.SamePinyin(attribute, ValuePart.PinyinOfFullName)),
        new("an initial of the other", Condition.InitialOf(attribute)),
        new("alike (Jaro-Winkler from 0.95)", Condition.Similar(attribute, Comparators.JaroWinkler, 0.95)),
        new("the same words in another order", Condition.Same(attribute, ValuePart.SortedWords)),
        new("all words of one in the other", Condition.Similar(attribute, Comparators.TokenSet, 1)),
        new("alike (Jaro-Winkler from 0.88)", Condition.Similar(attribute, Comparators.JaroWinkler, 0.88)),
        new("words alike (token set from 0.85)", Condition.Similar(attribute, Comparators.TokenSet, 0.85)),
        new("words somewhat alike (token set from 0.7)", Condition.Similar(attribute, Comparators.TokenSet, 0.7)),
    ]);

    /// <summary>
    /// A date that is no day of the calendar is mostly a typing error away from one that is. Two dates that leave month or day open agree in what
    /// they tell at most.
    /// </summary>
    private static Comparison BirthDate(string attribute)
    {
        LevelCondition told = Condition.Not(Condition.Same(attribute, ValuePart.PartialDate));
        return new("date of birth", [attribute],
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

    private static Comparison Email(string attribute) => new("e-mail", [attribute],
    [
        Same(attribute),
        new("same user part", Condition.Same(attribute, ValuePart.EmailUser)),
        new("two typing errors", Condition.EditsWithin(attribute, 2)),
        new("user part alike (Jaro-Winkler from 0.92)", Condition.Similar(attribute, Comparators.JaroWinkler, 0.92, ValuePart.EmailUser)),
        new("user part somewhat alike (Jaro-Winkler from 0.8)", Condition.Similar(attribute, Comparators.JaroWinkler, 0.8, ValuePart.EmailUser)),
    ]);

    private static Comparison Code(string name, string attribute, int edits) => new(name, [attribute],
    [
        Same(attribute),
        new("one typing error", Condition.EditsWithin(attribute, 1)),
        .. edits > 1 ? [new ComparisonLevel("two typing errors", Condition.EditsWithin(attribute, 2))] : Array.Empty<ComparisonLevel>(),
    ]);

    private static Comparison Word(string name, string attribute) => new(name, [attribute],
    [
        Same(attribute),
        new("alike (Jaro-Winkler from 0.88)", Condition.Similar(attribute, Comparators.JaroWinkler, 0.88)),
    ]);

    private static Comparison Text(string name, string attribute) => new(name, [attribute],
    [
        Same(attribute),
        new("alike (Jaro-Winkler from 0.92)", Condition.Similar(attribute, Comparators.JaroWinkler, 0.92)),
        new("words alike (token set from 0.8)", Condition.Similar(attribute, Comparators.TokenSet, 0.8)),
    ]);

    private static Comparison Exact(string name, string attribute) => new(name, [attribute], [Same(attribute)]);

    private static ComparisonLevel Same(string attribute) => new("same", Condition.Same(attribute)) { TermFrequency = attribute };

    private static string Spoken(string attribute) => attribute.Replace('_', ' ');
}
