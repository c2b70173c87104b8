namespace CustomerInsight.Matching;

/// <summary>A condition compiled for one table. May remember the last pair, so each worker compiles its own.</summary>
internal abstract class PairTest
{
    public abstract bool Holds(int left, int right);
}
