namespace CustomerInsight.Matching;

/// <summary>A condition compiled for one table.</summary>
internal abstract class PairTest
{
    public abstract bool Holds(int left, int right);
}
