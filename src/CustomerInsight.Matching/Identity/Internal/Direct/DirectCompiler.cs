namespace CustomerInsight.Matching;

/// <summary>Turns conditions into tests of the two contents of a pair. What several tests look at is worked out once.</summary>
/// <threadsafety>Not safe: one thread each.</threadsafety>
internal sealed class DirectCompiler(DirectScope scope)
{
    private readonly Dictionary<object, object> _made = [];

    /// <summary>The two contents.</summary>
    public DirectPair Pair { get; } = new(scope.Schema.Attributes.Count);

    public DirectScope Scope => scope;

    public PartFeature Part(string attribute, ValuePart part) =>
        Once((nameof(Part), attribute, part), () => new PartFeature(Pair, scope.Ordinal(attribute), part));

    public PartFeature Whole(string attribute) => Part(attribute, ValuePart.Whole);

    public DirectFeature<TextSketch> Sketches(string attribute, ValuePart part) => Made(nameof(Sketches), attribute, part, static text => text.Sketch());

    /// <summary>The day number of each date that a part reads, which yields yyyy-MM-dd.</summary>
    public DirectFeature<int> Days(string attribute, ValuePart date) => Made(nameof(Days), attribute, date, static text => DateText.Day(text.Span));

    /// <summary>What a function makes of each part.</summary>
    /// <param name="what">Names the function: another for each.</param>
    /// <param name="attribute">The attribute.</param>
    /// <param name="part">The part.</param>
    /// <param name="make">The function.</param>
    public DirectFeature<T> Made<T>(object what, string attribute, ValuePart part, Func<TextPart, T> make) =>
        Once((what, attribute, part), () => new MadeFeature<T>(Pair, Part(attribute, part), make));

    /// <summary>What a function makes of each value as a text of its own.</summary>
    /// <param name="what">Names the function: another for each.</param>
    /// <param name="attribute">The attribute.</param>
    /// <param name="make">The function.</param>
    public DirectFeature<T> OfText<T>(object what, string attribute, Func<string, T> make) =>
        Once((nameof(OfText), what, attribute), () => new TextFeature<T>(Pair, scope.Ordinal(attribute), make));

    /// <summary>What is made once for equal keys.</summary>
    public T Once<T>(object key, Func<T> make)
        where T : class
    {
        if (!_made.TryGetValue(key, out object? made))
        {
            _made.Add(key, made = make());
        }

        return (T)made;
    }
}
