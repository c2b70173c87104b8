namespace CustomerInsight.Models;

/// <summary>Of which events a run predicts how likely they are.</summary>
public sealed class PropensityOptions
{
    /// <summary>Gets the events by name, each with how it is learned. Their <see cref="ChurnOptions.Target"/> is that name.</summary>
    /// <value>None. <see cref="Add"/> adds one.</value>
    public IDictionary<string, ChurnOptions> Targets { get; } = new SortedDictionary<string, ChurnOptions>(StringComparer.Ordinal);

    /// <summary>Adds an event, or changes how one added before is learned.</summary>
    /// <param name="name">Its name, not blank.</param>
    /// <param name="configure">Says which types of activity it is, and how it is learned; a purchase within 90 days where nothing is said.</param>
    /// <returns>The same options.</returns>
    public PropensityOptions Add(string name, Action<ChurnOptions>? configure = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        if (!Targets.TryGetValue(name, out ChurnOptions? options))
        {
            options = new ChurnOptions { Target = name, Labels = new LabelOptions { Target = LabelTarget.Event } };
            Targets.Add(name, options);
        }

        configure?.Invoke(options);
        return this;
    }

    internal PropensityOptions Copy()
    {
        var copy = new PropensityOptions();
        foreach ((string name, ChurnOptions options) in Targets)
        {
            ChurnOptions own = options.Copy();
            own.Target = name;
            copy.Targets.Add(name, own);
        }

        return copy;
    }
}
