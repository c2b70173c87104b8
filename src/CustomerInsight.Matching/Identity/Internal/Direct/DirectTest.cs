namespace CustomerInsight.Matching;

/// <summary>A condition made ready for contents: it says of the two of a <see cref="DirectPair"/> what <see cref="LevelCondition.Holds"/> says of them, sooner.</summary>
/// <threadsafety>Not safe: one thread each.</threadsafety>
internal abstract class DirectTest
{
    /// <summary>About how dear the test is, beside one of two numbers.</summary>
    public virtual int Cost => 2;

    public abstract bool Holds();
}
