namespace CustomerInsight.Models;

/// <summary>The values that a trait can be given.</summary>
internal sealed class TraitCandidates
{
    private readonly ActionableFeature _feature;
    private readonly double[] _known;
    private readonly TraitValue[] _values;

    private TraitCandidates(ActionableFeature feature, double[] known, TraitValue[] values)
    {
        _feature = feature;
        _known = known;
        _values = values;
    }

    public string Trait => _feature.Trait;

    public static TraitCandidates Of(ActionableFeature feature, TraitTable observed, int most)
    {
        ArgumentNullException.ThrowIfNull(feature);
        if (feature.Low > feature.High || feature.Low is double.NaN || feature.High is double.NaN || !Enum.IsDefined(feature.Direction) || feature.Texts.Contains(null!))
        {
            throw new ArgumentException(
                FormattableString.Invariant($"The trait '{feature.Trait}' is to be changed from {feature.Low} to {feature.High} at most, by the direction {feature.Direction}: its lowest number is above the highest, is none, a text is null or there is no such direction. Set {nameof(feature.Low)} to no more than {nameof(feature.High)}."),
                nameof(feature));
        }

        switch (observed[feature.Trait ?? string.Empty])
        {
            case NumberColumn numbers:
                double[] known = TraitRanges.SortedKnown(numbers);
                return new TraitCandidates(feature, known, Numbers(feature, known, most));
            case TextColumn texts:
                return new TraitCandidates(feature, [], [.. (feature.Texts.Count > 0 ? [.. feature.Texts] : texts.Distinct.ToArray()).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(static text => TraitValue.Of(text))]);
            case FlagColumn:
                return new TraitCandidates(feature, [], [false, true]);
            case null:
                throw new ArgumentException($"There is no trait '{feature.Trait}'. Name one of the table's.", nameof(feature));
            default:
                throw new ArgumentException($"The trait '{feature.Trait}' is no number, text or flag, so there is no telling which values are near. Leave it out.", nameof(feature));
        }
    }

    /// <summary>The changes from a value, the smallest first: numbers by how many customers are between, others in order.</summary>
    public FeatureChange[] ChangesFrom(TraitValue from)
    {
        IEnumerable<TraitValue> others = _values.Where(to => to != from);
        if (from.Kind == TraitKind.Number)
        {
            int place = Place(from.Number);
            others = others
                .Where(to => _feature.Direction switch { ChangeDirection.Up => to.Number > from.Number, ChangeDirection.Down => to.Number < from.Number, _ => true })
                .OrderBy(to => Math.Abs(Place(to.Number) - place))
                .ThenBy(to => Math.Abs(to.Number - from.Number));
        }

        return [.. others.Select(to => new FeatureChange(Trait, from, to))];
    }

    private int Place(double value)
    {
        int found = Array.BinarySearch(_known, value);
        return found < 0 ? ~found : found;
    }

    private static TraitValue[] Numbers(ActionableFeature feature, double[] known, int most)
    {
        var values = new SortedSet<double>();
        for (int i = 0; i < most && known.Length > 0; i++)
        {
            values.Add(known[(int)((long)i * (known.Length - 1) / (most - 1))]);
        }

        // The ends that the host names count also where no customer is there.
        values.RemoveWhere(value => value < feature.Low || value > feature.High);
        values.UnionWith(new[] { feature.Low, feature.High }.OfType<double>().Where(double.IsFinite));
        return [.. values.Select(static value => TraitValue.Of(value))];
    }
}
