namespace CustomerInsight.Matching.Tests;

public class ProblemAssemblyTests
{
    private static readonly ClaimKind Card = new("card", 1, ApartReason.Identifier);

    [Fact]
    public void Broken_OfAClustererThatKeepsConstraints_IsNothing() =>
        Prop.ForAll(ClusterProblems.Constrained, static problem => ProblemAssembly.Broken(new AverageLinkage().Cluster(problem, CancellationToken.None), problem) == 0).Check(Quick.Tests(2_000));

    [Theory]
    [InlineData(10, false, 3)]
    [InlineData(3, false, 0)]
    [InlineData(10, true, 1)]
    public void Broken_OneClusterOfFour_CountsAssertionsClaimsAndRules(int largest, bool asserted, long broken)
    {
        var problem = new ClusterProblem
        {
            Nodes = 6,
            Pairs = [new(0, 1, 9), new(1, 2, 9), new(2, 3, 9), new(4, 5, 9)],
            LinkWeight = 3,
            LargestCluster = largest,
            MustLink = asserted ? [new(0, 1)] : [],
            CannotLink = [new(0, 3)],
            ClaimKinds = [Card],
            Claims = [[new(0, 1)], [new(0, 1)], [], [new(0, 2)], [], []],
            Forbids = static (left, right) => (left, right) == (1, 2) ? "never" : null,
        };

        Assert.Equal(broken, ProblemAssembly.Broken(new ConnectedComponents().Cluster(problem, CancellationToken.None), problem));
    }

    [Fact]
    public void Broken_AnAssertionElsewhere_HidesNothing()
    {
        var problem = new ClusterProblem
        {
            Nodes = 4,
            Pairs = [new(0, 1, 9)],
            LinkWeight = 3,
            MustLink = [new(2, 3)],
            ClaimKinds = [Card],
            Claims = [[new(0, 1)], [new(0, 2)], [new(0, 3)], [new(0, 4)]],
        };

        Assert.Equal(1, ProblemAssembly.Broken(new ConnectedComponents().Cluster(problem, CancellationToken.None), problem));
    }
}
