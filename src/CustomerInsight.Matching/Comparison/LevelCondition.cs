namespace CustomerInsight.Matching;

/// <summary>When a comparison level holds for a pair of records. Made by <see cref="Condition"/>, and put together with and, or, not.</summary>
/// <threadsafety>Safe from many threads.</threadsafety>
public abstract class LevelCondition
{
    private protected LevelCondition()
    {
    }

    /// <summary>Gets the attributes that the condition reads.</summary>
    public abstract IEnumerable<string> Attributes { get; }

    /// <summary>What the condition is, for a model file; <see cref="ConditionKinds"/> makes it again.</summary>
    internal abstract ConditionSpec Spec { get; }

    internal abstract PairTest Compile(PairTestCompiler compiler);

    /// <summary>Whether it holds for two records by themselves, as the condition is defined: slow, and what every compiled test must agree with.</summary>
    internal abstract bool Holds(RecordContent left, RecordContent right, DirectScope scope);

    /// <summary>What says the same sooner.</summary>
    internal virtual DirectTest CompileDirect(DirectCompiler compiler) => new DefinedDirectTest(this, compiler.Pair, compiler.Scope);
}
