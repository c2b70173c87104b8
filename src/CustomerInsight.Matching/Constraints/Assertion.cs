namespace CustomerInsight.Matching;

/// <summary>What a person said about two records. It outranks links, rules and identifiers; "different" outranks "same", and holds for whatever is with the two.</summary>
public sealed record Assertion
{
    /// <summary>Makes an assertion.</summary>
    /// <param name="left">One record.</param>
    /// <param name="right">The other.</param>
    /// <param name="kind">What is said.</param>
    /// <exception cref="ArgumentException">Both are the same record.</exception>
    public Assertion(RecordKey left, RecordKey right, AssertionKind kind)
    {
        if (left == right)
        {
            throw new ArgumentException("An assertion is about two records; both keys name the same one.", nameof(right));
        }

        (Left, Right) = left < right ? (left, right) : (right, left);
        Kind = kind;
    }

    /// <summary>Gets the record that comes first in canonical order.</summary>
    public RecordKey Left { get; }

    /// <summary>Gets the other record.</summary>
    public RecordKey Right { get; }

    /// <summary>Gets what is said.</summary>
    public AssertionKind Kind { get; }

    /// <summary>Says that two records are one entity.</summary>
    /// <param name="left">One record.</param>
    /// <param name="right">The other.</param>
    /// <returns>The assertion.</returns>
    /// <exception cref="ArgumentException">Both are the same record.</exception>
    public static Assertion Same(RecordKey left, RecordKey right) => new(left, right, AssertionKind.Same);

    /// <summary>Says that two records are two entities.</summary>
    /// <param name="left">One record.</param>
    /// <param name="right">The other.</param>
    /// <returns>The assertion.</returns>
    /// <exception cref="ArgumentException">Both are the same record.</exception>
    public static Assertion Different(RecordKey left, RecordKey right) => new(left, right, AssertionKind.Different);
}
