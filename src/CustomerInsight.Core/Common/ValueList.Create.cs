namespace CustomerInsight;

/// <summary>Makes lists that compare by value.</summary>
public static class ValueList
{
    /// <summary>Copies elements into a list.</summary>
    /// <typeparam name="T">The type of an element.</typeparam>
    /// <param name="items">The elements in order.</param>
    /// <returns>The list.</returns>
    public static ValueList<T> Create<T>(ReadOnlySpan<T> items) => new([.. items]);

    /// <summary>Copies elements into a list.</summary>
    /// <typeparam name="T">The type of an element.</typeparam>
    /// <param name="items">The elements in order.</param>
    /// <returns>The list.</returns>
    public static ValueList<T> From<T>(IEnumerable<T> items) => new([.. items]);
}
