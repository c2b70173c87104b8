using CustomerInsight.Testing;

namespace CustomerInsight.Benchmarks;

/// <summary>Pairs of standardized names that differ, as scoring meets them: half of one person written twice, half of two strangers.</summary>
internal static class NamePairs
{
    public const int Count = 2048;

    private const int Records = 60_000;

    private static readonly Lazy<(string Left, string Right)[]> Surnames = new(static () => Make(static (table, record) => table.Of(SyntheticAttributes.FamilyName, record)));

    private static readonly Lazy<(string Left, string Right)[]> FullNames = new(static () => Make(static (table, record) =>
        table.Of(SyntheticAttributes.GivenName, record) is { } given && table.Of(SyntheticAttributes.FamilyName, record) is { } family ? $"{given} {family}" : null));

    public static (string Left, string Right)[] Of(NameKind kind) => kind == NameKind.Surnames ? Surnames.Value : FullNames.Value;

    private static (string Left, string Right)[] Make(Func<StandardizedTable, int, string?> nameOf)
    {
        SyntheticData data = SyntheticCustomers.Generate(new SyntheticOptions { Records = Records });
        var table = StandardizedTable.Of(data.Records);
        var people = Enumerable.Range(0, table.Count)
            .Select(record => (Person: data.Truth[table.Records[record].Key], Name: nameOf(table, record)))
            .Where(static named => named.Name is not null)
            .Select(static named => (named.Person, Name: named.Name!))
            .ToList();
        var samePerson = people.GroupBy(static named => named.Person).SelectMany(static group => Neighbours([.. group]));
        (string Left, string Right)[] pairs = [.. samePerson.Take(Count / 2), .. Neighbours(people).Take(Count / 2)];
        return pairs.Length == Count ? pairs : throw new InvalidOperationException($"{Records} records gave {pairs.Length} of {Count} pairs. Raise {nameof(Records)}.");
    }

    /// <summary>Equal names are told by their ids, so the measures never see them.</summary>
    private static IEnumerable<(string Left, string Right)> Neighbours(List<(int Person, string Name)> people) =>
        people.Zip(people.Skip(1), static (left, right) => (left.Name, right.Name)).Where(static pair => pair.Item1 != pair.Item2);

    private static string? Of(this StandardizedTable table, string attribute, int record) => table.Column(table.Schema.IndexOf(attribute)).First(record);
}
