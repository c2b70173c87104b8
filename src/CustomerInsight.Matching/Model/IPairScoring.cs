namespace CustomerInsight.Matching;

/// <summary>A model made ready for one table.</summary>
/// <threadsafety>Safe from many threads; each takes a scorer of its own.</threadsafety>
public interface IPairScoring
{
    /// <summary>Makes a scorer for one thread.</summary>
    /// <returns>The scorer.</returns>
    IPairScorer CreateScorer();
}
