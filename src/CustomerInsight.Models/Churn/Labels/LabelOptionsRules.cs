using Microsoft.Extensions.Options;

namespace CustomerInsight.Models;

/// <summary>What no attribute can say about <see cref="LabelOptions"/>.</summary>
internal sealed class LabelOptionsRules : IValidateOptions<LabelOptions>
{
    public ValidateOptionsResult Validate(string? name, LabelOptions options)
    {
        var result = new ValidateOptionsResultBuilder();
        Check(options.EventTypes, nameof(options.EventTypes), result);
        Check(options.EligibleTypes, nameof(options.EligibleTypes), result);
        return result.Build();
    }

    private static void Check(IList<string>? types, string option, ValidateOptionsResultBuilder result)
    {
        if (types is { Count: 0 } || types?.Any(string.IsNullOrEmpty) == true)
        {
            result.AddError($"{option} has no type of activity, or one without a name. Give at least one, such as {ActivityTypes.Purchase}.", option);
        }
    }
}
