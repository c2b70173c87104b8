namespace CustomerInsight.Matching;

/// <summary>A condition that no pair of the table can meet.</summary>
internal sealed class NeverTest : PairTest
{
    public static readonly NeverTest Instance = new();

    public override bool IsNever => true;

    public override bool Holds(int left, int right) => false;
}
