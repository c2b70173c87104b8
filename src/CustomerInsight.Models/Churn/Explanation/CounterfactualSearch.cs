using System.Diagnostics.CodeAnalysis;

namespace CustomerInsight.Models;

/// <summary>Looks for the smallest changes of a customer's traits that would bring the risk below a target, among traits that the host can change and values that customers have.</summary>
/// <remarks>
/// It asks any <see cref="IChurnModel"/>, and so knows no more than that: see <see cref="CounterfactualHint.Caveat"/>. Single changes come first; where none reaches the target, changes
/// are added one after the other, each the one that helps most, so that with several changes there may be a smaller set than the one found.
/// <para>Source: Wachter, Mittelstadt, Russell, "Counterfactual Explanations without Opening the Black Box", Harvard Journal of Law and Technology 31(2), 2018.</para>
/// </remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed class CounterfactualSearch
{
    private readonly IChurnModel _model;
    private readonly TraitCandidates[] _candidates;
    private readonly double _target;
    private readonly int _mostChanges;

    /// <summary>Makes a search.</summary>
    /// <param name="model">The model that is asked.</param>
    /// <param name="observed">Customers whose values are those that can be had, such as those the model was fitted on.</param>
    /// <param name="features">The traits that can be changed, those that the host would rather change first.</param>
    /// <param name="options">How to look; null for the defaults. Read once, here.</param>
    /// <exception cref="ArgumentException">An option is not usable, or a trait is not in the table, is named twice, is a date or a set of texts, or its lowest number is above its highest, or its direction none.</exception>
    public CounterfactualSearch([NotNull] IChurnModel model, [NotNull] TraitTable observed, ValueList<ActionableFeature> features, CounterfactualOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(observed);
        options ??= new CounterfactualOptions();
        OptionsCheck.ThrowIfInvalid(options, nameof(options), new CounterfactualOptionsValidator());
        _model = model;
        _target = options.Target;
        _mostChanges = options.MostChanges;
        _candidates = [.. features.Select(feature => TraitCandidates.Of(feature, observed, options.Values))];
        if (_candidates.DistinctBy(static candidates => candidates.Trait).Count() < _candidates.Length)
        {
            throw new ArgumentException("A trait is named twice. Name each once.", nameof(features));
        }
    }

    /// <summary>Looks for changes of one customer.</summary>
    /// <param name="snapshot">What is known of customers.</param>
    /// <param name="customer">The customer's name in results.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>
    /// A hint for each single change that reaches the target, the smallest change of its trait, in the order in which the traits were named; else one of several changes, which may fall
    /// short of the target. None where the customer is below the target already, has no prediction, or no change helps.
    /// </returns>
    /// <exception cref="ArgumentException">The customer is not in the snapshot, or a trait is missing there or of another kind.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    /// <remarks>One prediction for each value of each trait; with several changes, for each step.</remarks>
    public ValueList<CounterfactualHint> Find([NotNull] CustomerSnapshot snapshot, [NotNull] string customer, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        var variants = TraitVariants.Of(snapshot, customer);
        if (variants.Ask(_model, [[]], cancellationToken)[0] is not double before || before < _target)
        {
            return [];
        }

        FeatureChange[][] tried = [.. _candidates.Select(candidates => candidates.ChangesFrom(variants.ValueOf(candidates.Trait)))];
        double?[] after = variants.Ask(_model, [.. tried.SelectMany(static changes => changes).Select(static change => (FeatureChange[])[change])], cancellationToken);
        var hints = new List<CounterfactualHint>();
        int at = 0;
        foreach (FeatureChange[] changes in tried)
        {
            // Changes come by their size, so the first that reaches the target is the smallest.
            int first = Array.FindIndex(after, at, changes.Length, value => value < _target);
            if (first >= 0)
            {
                hints.Add(new CounterfactualHint(before, after[first]!.Value, Reaches: true, [changes[first - at]]));
            }

            at += changes.Length;
        }

        return hints.Count > 0 ? ValueList.From(hints) : Several(variants, tried, before, cancellationToken);
    }

    private ValueList<CounterfactualHint> Several(TraitVariants variants, FeatureChange[][] tried, double before, CancellationToken cancellationToken)
    {
        var made = new List<FeatureChange>();
        double now = before;
        while (made.Count < _mostChanges && now >= _target)
        {
            FeatureChange[][] next = [.. tried
                .Where(changes => changes.Length > 0 && made.TrueForAll(change => change.Trait != changes[0].Trait))
                .SelectMany(static changes => changes)
                .Select(change => (FeatureChange[])[.. made, change])];
            double?[] after = variants.Ask(_model, next, cancellationToken);
            int best = -1;
            for (int i = 0; i < after.Length; i++)
            {
                if (after[i] < (best < 0 ? now : after[best]))
                {
                    best = i;
                }
            }

            if (best < 0)
            {
                break;
            }

            // Where the best change reaches the target, a smaller one of the same trait may, too.
            string trait = next[best][^1].Trait;
            for (int i = 0; i < best && after[best] < _target; i++)
            {
                best = next[i][^1].Trait == trait && after[i] < _target ? i : best;
            }

            made.Add(next[best][^1]);
            now = after[best]!.Value;
        }

        return made.Count == 0 ? [] : [new CounterfactualHint(before, now, now < _target, ValueList.From(made))];
    }
}
