namespace CustomerInsight.Models.Tests;

public sealed class OrderStatisticsTests
{
    private static readonly Gen<double> Number = Gen.OneOf(
        Gen.Elements(0, -0.0, 1, -1, 1e12, -1e12, double.PositiveInfinity, double.NegativeInfinity, double.MaxValue, double.Epsilon),
        Gen.Choose(-20, 20).Select(number => (double)number),
        Gen.Choose(int.MinValue, int.MaxValue).Select(number => number / 7.0));

    [Fact]
    public void At_AnyNumbersAndPlaces_GivesThoseOfTheSortedOrder() => Prop.ForAll(
        (from values in Number.NonEmptyListOf() from places in Gen.Choose(0, values.Count - 1).ArrayOf(5) select (values.ToArray(), places)).ToArbitrary(),
        data => OrderStatistics.At(data.Item1, data.places).SequenceEqual(data.places.Select(place => data.Item1.Order().ElementAt(place)))).Check(Quick.Tests(1_000));

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(1_000_000)]
    public void At_ManyNumbers_GivesThoseOfTheSortedOrder(int distinct)
    {
        var random = new SeededRandom(5);
        double[] values = [.. Enumerable.Range(0, 50_000).Select(_ => (random.Next(distinct) / 3.0) - 100)];
        int[] places = [0, 49_999, 25_000, 12_345, 12_346, 25_000, 1];

        Assert.Equal(places.Select(place => values.Order().ElementAt(place)), OrderStatistics.At(values, places));
    }
}
