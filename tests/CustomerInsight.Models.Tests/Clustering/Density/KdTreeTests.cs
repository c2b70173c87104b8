namespace CustomerInsight.Models.Tests;

public sealed class KdTreeTests
{
    [Fact]
    public void Queries_AnyPoints_AgreeWithLookingAtAll() => Prop.ForAll(
        Gen.Choose(1, 120).Zip(Gen.Choose(1, 4)).Zip(Gen.Choose(0, 100_000)).ToArbitrary(),
        drawn =>
        {
            ((int rows, int width), int seed) = drawn;
            var random = new SeededRandom((ulong)seed);

            // Few different values, so that ties are common.
            double[] points = [.. Enumerable.Range(0, rows * width).Select(_ => (double)random.Next(8))];
            double[] point = [.. Enumerable.Range(0, width).Select(_ => random.NextDouble() * 8)];
            double squared = random.Next(30);
            var tree = new KdTree(points, width);
            (int Number, double Squared)[] all = [.. Enumerable.Range(0, rows).Select(row => (row, SquaredDistance.Between(point, points.AsSpan(row * width, width)))).OrderBy(pair => pair.Item2).ThenBy(pair => pair.row)];

            var within = new List<int>();
            var visitor = new ListVisitor(within);
            tree.Within(point, squared, ref visitor);
            var nearest = new Neighbor[1 + random.Next(10)];
            int found = tree.Nearest(point, nearest);
            return within.Order().SequenceEqual(all.Where(pair => pair.Squared <= squared).Select(pair => pair.Number).Order())
                && nearest.Take(found).Select(neighbor => (neighbor.Number, neighbor.Squared)).SequenceEqual(all.Take(nearest.Length));
        }).Check(Quick.Tests(500));
}
