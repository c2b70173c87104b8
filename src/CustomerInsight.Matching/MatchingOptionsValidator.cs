using Microsoft.Extensions.Options;

namespace CustomerInsight.Matching;

[OptionsValidator]
internal sealed partial class MatchingOptionsValidator : IValidateOptions<MatchingOptions>
{
    public static MatchingOptions Copy(MatchingOptions options)
    {
        ValidateOptionsResult result = new MatchingOptionsValidator().Validate(null, options);
        return result.Failed
            ? throw new ArgumentException(result.FailureMessage, nameof(options))
            : new MatchingOptions
            {
                LinkProbability = options.LinkProbability,
                KeptProbability = options.KeptProbability,
                LargestCluster = options.LargestCluster,
                LargestBlock = options.LargestBlock,
                LinkMode = options.LinkMode,
                EveryPairUpTo = options.EveryPairUpTo,
                PairsPerRecord = options.PairsPerRecord,
                RandomPairs = options.RandomPairs,
                TrainingPairs = options.TrainingPairs,
                Refine = options.Refine,
                RefinementPairs = options.RefinementPairs,
                DeterministicRecall = options.DeterministicRecall,
                MostIterations = options.MostIterations,
                PriorStrength = options.PriorStrength,
                Seed = options.Seed,
            };
    }
}
