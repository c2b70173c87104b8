namespace CustomerInsight.Core.Tests;

public sealed class CanonicalOrderTests
{
    private static readonly RecordSchema Schema = new([]);

    private static readonly Gen<string> Digits = Gen.Choose(0, 2_000).Select(static number => $"{number}");

    private static readonly Gen<string> Words = Gen.Elements("ab\0\u00E9\uFFFF汉".ToCharArray()).ArrayOf().Where(static units => units.Length is > 0 and < 12).Select(static units => "k" + new string(units));

    private static readonly Gen<string> LongWords = Gen.Elements('a', 'b').ArrayOf(11).Select(static units => new string(units));

    private static readonly Arbitrary<string[]> Ids = Gen.OneOf(
        Digits.ArrayOf(),
        Words.ArrayOf(),
        LongWords.ArrayOf(),
        Digits.Select(static digits => "customer-000-" + digits).ArrayOf(),
        Gen.OneOf(Digits, Words, LongWords).ArrayOf()).ToArbitrary();

    [Fact]
    public void Sort_AnyIds_ComesInTheOrderOfTheKeys() => Prop.ForAll(Ids, static ids =>
    {
        SourceRecord[] records = [.. ids.Distinct(StringComparer.Ordinal).Select(static id => new SourceRecord(Schema, new RecordKey("crm", id), []))];

        return CanonicalOrder.Sort(records).Select(static record => record.Key).SequenceEqual(records.Select(static record => record.Key).Order());
    }).Check(Quick.Tests(500));
}
