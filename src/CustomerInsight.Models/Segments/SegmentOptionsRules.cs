using Microsoft.Extensions.Options;

namespace CustomerInsight.Models;

/// <summary>What no attribute can say about <see cref="SegmentOptions"/>.</summary>
internal sealed class SegmentOptionsRules : IValidateOptions<SegmentOptions>
{
    public ValidateOptionsResult Validate(string? name, SegmentOptions options)
    {
        var result = new ValidateOptionsResultBuilder();
        foreach (SegmentProblem problem in options.Segments?.Validate() ?? [])
        {
            result.AddError(problem.ToString(), nameof(options.Segments));
        }

        return result.Build();
    }
}
