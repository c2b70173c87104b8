namespace CustomerInsight.Matching;

/// <summary>What a condition is, in plain values: what a model file holds of it. <see cref="ConditionKinds"/> makes the condition again.</summary>
/// <param name="Kind">Which condition it is; the same word in all versions of the file format.</param>
internal sealed record ConditionSpec(string Kind)
{
    /// <summary>The attributes it reads, in the order in which the condition takes them.</summary>
    public string[]? Attributes { get; init; }

    /// <summary>The name of the part of the values that it looks at; null for the whole values.</summary>
    public string? Part { get; init; }

    /// <summary>The name of its comparator.</summary>
    public string? Comparator { get; init; }

    /// <summary>A further name that it works with, such as that of a table.</summary>
    public string? Text { get; init; }

    /// <summary>Its limits, such as a similarity or a number of edits.</summary>
    public double[]? Numbers { get; init; }

    /// <summary>The conditions that it puts together.</summary>
    public ConditionSpec[]? Of { get; init; }

    /// <summary>The name of a part as a file holds it: nothing for the whole value.</summary>
    public static string? NameOf(ValuePart part) => ReferenceEquals(part, ValuePart.Whole) ? null : part.Name;
}
