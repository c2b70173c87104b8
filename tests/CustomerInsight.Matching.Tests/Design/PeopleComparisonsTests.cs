namespace CustomerInsight.Matching.Tests;

public class PeopleComparisonsTests
{
    private static readonly RecordSchema Schema = new(
    [
        new("home", AttributeKind.GeoPoint),
        new("work_place", AttributeKind.GeoPoint),
        new("height", AttributeKind.Number),
        new("about", AttributeKind.Text),
        new("shoe", new AttributeKind("shoe")),
        new("first_phone", AttributeKind.Phone),
        new("phone", AttributeKind.Phone),
    ]);

    [Fact]
    public void For_PlacesAndNumbers_ComparesEachOfThem()
    {
        ValueList<Comparison> comparisons = PeopleDesign.For(Schema).Comparisons;

        Assert.Equal(["phone", "height", "home", "work place"], comparisons.Select(static comparison => comparison.Name));
        Assert.Equal(Names(Comparisons.Number("height")), Names(comparisons[1]));
        Assert.Equal(Names(Comparisons.GeoPoint("home")), Names(comparisons[2]));
    }

    [Fact]
    public void Ignored_NamesAllThatNoComparisonReads() =>
        Assert.Equal(["about", "first_phone", "shoe"], PeopleFields.Ignored(Schema, PeopleDesign.For(Schema)).Order(StringComparer.Ordinal));

    private static string[] Names(Comparison comparison) => [.. comparison.Levels.Select(static level => level.Name)];
}
