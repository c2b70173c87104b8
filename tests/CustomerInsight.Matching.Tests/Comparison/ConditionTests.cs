namespace CustomerInsight.Matching.Tests;

public class ConditionTests
{
    private static readonly RecordSchema Schema = new(
    [
        new("name", AttributeKind.GivenName),
        new("amount", AttributeKind.Number),
        new("place", AttributeKind.GeoPoint),
        new("latitude", AttributeKind.Number),
        new("longitude", AttributeKind.Number),
        new("tag", AttributeKind.Category),
        new("company", AttributeKind.CompanyName),
    ]);

    [Theory]
    [InlineData("100", "104", 4, 0.05, true, true)]
    [InlineData("100", "104.5", 4, 0.05, false, true)]
    [InlineData("1,000", "1100", 4, 0.05, false, false)]
    [InlineData("-1", "1", 2, 2, true, true)]
    [InlineData("0", "0.0", 0, 0, true, true)]
    [InlineData("12 kg", "12 kg", 5, 1, false, false)]
    [InlineData("12", null, 5, 1, false, false)]
    public void Differences_OfNumbers_HoldWithinTheirLimit(string? left, string? right, double difference, double share, bool near, bool relativelyNear)
    {
        Assert.Equal(near, Holds(Condition.DifferenceWithin("amount", difference), "amount", left, right));
        Assert.Equal(relativelyNear, Holds(Condition.RelativeDifferenceWithin("amount", share), "amount", left, right));
    }

    /// <summary>Published great-circle distances: Paris to London 344 km, New York (JFK) to London (Heathrow) 5,540 km.</summary>
    [Theory]
    [InlineData(48.8566, 2.3522, 51.5074, -0.1278, 343.6, 0.5)]
    [InlineData(40.6413, -73.7781, 51.4700, -0.4543, 5540, 3)]
    [InlineData(0, 179.5, 0, -179.5, 111.195, 0.01)]
    [InlineData(90, 0, -90, 0, 20015.1, 0.1)]
    [InlineData(10, 20, 10, 20, 0, 0)]
    public void Kilometres_KnownPlaces_AreAsFarAsPublished(double latitude, double longitude, double otherLatitude, double otherLongitude, double expected, double tolerance)
    {
        Assert.Equal(expected, GeoDistance.Kilometres(latitude, longitude, otherLatitude, otherLongitude), tolerance);
        Assert.Equal(expected, GeoDistance.Kilometres(otherLatitude, otherLongitude, latitude, longitude), tolerance);
    }

    [Fact]
    public void KilometresWithin_AnyPoints_AgreesWithTheHaversineFormula() =>
        Prop.ForAll(Points.Two().ToArbitrary(), Gen.Choose(0, 21_000_000).Select(static metres => metres / 1000.0).ToArbitrary(), (points, kilometres) =>
        {
            double distance = GeoDistance.Kilometres(points.Item1.Latitude, points.Item1.Longitude, points.Item2.Latitude, points.Item2.Longitude);
            bool holds = Holds(Condition.KilometresWithin("place", kilometres), "place", Text(points.Item1), Text(points.Item2));
            return Math.Abs(distance - kilometres) < 1e-3 || holds == (distance <= kilometres);
        }).Check(Quick.Tests(500));

    [Fact]
    public void KilometresWithin_OfTwoAttributes_HoldsAsOfOne()
    {
        StandardizedTable table = Table(Row(("latitude", ["48.8566"]), ("longitude", ["2.3522"])), Row(("latitude", ["51.5074"]), ("longitude", ["-0.1278"])), Row(("latitude", ["51.5074"])), Row(("latitude", ["95"]), ("longitude", ["2"])));
        bool Near(double kilometres, int left, int right) => Condition.KilometresWithin("latitude", "longitude", kilometres).Compile(PairTestCompiler.For(table)).Holds(left, right);

        Assert.True(Near(344, 0, 1));
        Assert.False(Near(343, 0, 1));
        Assert.False(Near(30_000, 1, 2));
        Assert.False(Near(30_000, 2, 2));
        Assert.False(Near(30_000, 3, 3));
    }

    [Theory]
    [InlineData(new[] { "a", "b", "c" }, new[] { "c", "b", "d" }, 2, 0.5)]
    [InlineData(new[] { "a", "b" }, new[] { "B", "A" }, 2, 1)]
    [InlineData(new[] { "a" }, new[] { "b" }, 0, 0)]
    [InlineData(new string[0], new[] { "b" }, 0, 0)]
    public void SharedValues_OfArrays_AreCounted(string[] left, string[] right, int shared, double jaccard)
    {
        StandardizedTable table = Table(Row(("tag", left)), Row(("tag", right)));
        bool Holds(LevelCondition condition) => condition.Compile(PairTestCompiler.For(table)).Holds(0, 1);

        Assert.Equal(shared >= 1, Holds(Condition.SharedValues("tag", 1)));
        Assert.True(shared == 0 || Holds(Condition.SharedValues("tag", shared)));
        Assert.False(Holds(Condition.SharedValues("tag", shared + 1)));
        Assert.True(jaccard == 0 || Holds(Condition.ValueSets("tag", jaccard)));
        Assert.False(jaccard < 1 && Holds(Condition.ValueSets("tag", Math.Min(1, jaccard + 0.01))));
    }

    [Fact]
    public void SharedValues_OfParts_CountEachPartOnce()
    {
        StandardizedTable table = Table(Row(("tag", ["red-1", "red-2"])), Row(("tag", ["red-3", "red-4"])));
        bool Holds(int atLeast) => Condition.SharedValues("tag", atLeast, ValuePart.Prefix(3)).Compile(PairTestCompiler.For(table)).Holds(0, 1);

        Assert.True(Holds(1));
        Assert.False(Holds(2));
        Assert.True(Condition.ValueSets("tag", 1, SetSimilarity.Jaccard, ValuePart.Prefix(3)).Compile(PairTestCompiler.For(table)).Holds(0, 1));
    }

    [Theory]
    [InlineData("J.", "John", true, false)]
    [InlineData("John R", "John Robert", true, true)]
    [InlineData("J R", "John Robert", true, false)]
    [InlineData("J", "John Robert", true, false)]
    [InlineData("J B", "John Robert", false, false)]
    [InlineData("John", "John", true, true)]
    [InlineData("J", "J", true, false)]
    [InlineData("Alex", "Alexander", false, true)]
    [InlineData("Alexandra", "Alexander", false, false)]
    [InlineData("K", "John", false, false)]
    public void InitialAndBeginning_OfNames_HoldBothWays(string left, string right, bool initial, bool beginning)
    {
        Assert.Equal(initial, Holds(Condition.InitialOf("name"), "name", left, right));
        Assert.Equal(beginning, Holds(Condition.Beginning("name"), "name", left, right));
    }

    [Theory]
    [InlineData("Acme Ltd.", "acme")]
    [InlineData("The Acme Company, Inc.", "acme")]
    [InlineData("Müller GmbH & Co. KG", "muller")]
    [InlineData("Telefónica, S.A.", "telefonica")]
    [InlineData("Budimex Sp. z o.o.", "budimex")]
    [InlineData("Philips N.V.", "philips")]
    [InlineData("Limited", "limited")]
    [InlineData("Co Co", "co")]
    [InlineData("深圳市腾讯计算机系统有限公司", "深圳市腾讯计算机系统")]
    [InlineData("株式会社日立製作所", "日立制作所")]
    [InlineData("San Diego Zoo", "san diego zoo")]
    [InlineData("Vitamin C", "vitamin c")]
    public void CompanyCore_OfCompanies_LeavesTheLegalFormAside(string company, string core) =>
        Assert.Equal(core, ValuePart.CompanyCore.Of(StandardizerSet.Default.For(AttributeKind.CompanyName).Standardize(company, SourceConventions.Default).Value!));

    [Fact]
    public void Similar_WithTermsMadeOnce_HoldsAsTheComparatorSays() =>
        Prop.ForAll(Gen.Elements("ab ".ToCharArray()).NonEmptyListOf().Select(static units => new string([.. units])).Two().ToArbitrary(), Gen.Choose(1, 100).ToArbitrary(), (names, percent) =>
        {
            StandardizedTable table = Table(Row(("name", [names.Item1])), Row(("name", [names.Item2])));
            StandardizedColumn column = table.Column(table.Schema.IndexOf("name"));
            return column.First(0) is not { } left || column.First(1) is not { } right || Comparators.All.All(comparator =>
                Condition.Similar("name", comparator, percent / 100.0).Compile(PairTestCompiler.For(table)).Holds(0, 1) == (left == right || comparator.Similarity(left, right) >= percent / 100.0));
        }).Check(Quick.Tests(300));

    [Fact]
    public void Conditions_OfNumbersPlacesAndArraysOutOfRange_AreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Condition.DifferenceWithin("a", -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Condition.DifferenceWithin("a", double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => Condition.RelativeDifferenceWithin("a", double.PositiveInfinity));
        Assert.Throws<ArgumentOutOfRangeException>(() => Condition.KilometresWithin("a", -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Condition.KilometresWithin("a", "b", -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Condition.SharedValues("a", 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Condition.ValueSets("a", 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Condition.ValueSets("a", 1.1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Condition.ValueSets("a", 1, (SetSimilarity)9));
        Assert.Throws<ArgumentOutOfRangeException>(() => Condition.Beginning("a", 0));
    }

    private static string Text((double Latitude, double Longitude) point) => FormattableString.Invariant($"{point.Latitude},{point.Longitude}");

    private static Gen<(double Latitude, double Longitude)> Points =>
        Gen.Choose(-90_000, 90_000).SelectMany(static latitude => Gen.Choose(-180_000, 180_000).Select(longitude => (latitude / 1000.0, longitude / 1000.0)))
            .Where(static point => point is not (0, 0));

    private static bool Holds(LevelCondition condition, string attribute, string? left, string? right)
    {
        StandardizedTable table = Table(Row((attribute, [left])), Row((attribute, [right])));
        PairTest test = condition.Compile(PairTestCompiler.For(table));
        Assert.Equal(test.Holds(0, 1), test.Holds(1, 0));
        return test.Holds(0, 1);
    }

    private static AttributeValues[] Row(params (string Attribute, string?[] Values)[] values) =>
        [.. Schema.Attributes.Select(attribute => AttributeValues.Of(values.FirstOrDefault(value => value.Attribute == attribute.Name).Values ?? []))];

    private static StandardizedTable Table(params AttributeValues[][] rows) =>
        StandardizedTable.Of(rows.Select((row, i) => new SourceRecord(Schema, new RecordKey("s", $"{i}"), row)));
}
