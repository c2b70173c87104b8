using Microsoft.Extensions.Options;

namespace CustomerInsight.Models;

/// <summary>What no attribute can say about <see cref="BoostingOptions"/>.</summary>
internal sealed class BoostingOptionsRules : IValidateOptions<BoostingOptions>
{
    public ValidateOptionsResult Validate(string? name, BoostingOptions options)
    {
        var result = new ValidateOptionsResultBuilder();
        foreach ((string column, MonotoneDirection direction) in options.Monotone ?? new Dictionary<string, MonotoneDirection>())
        {
            if (!Enum.IsDefined(direction))
            {
                result.AddError($"The direction of '{column}' is none of {string.Join(", ", Enum.GetNames<MonotoneDirection>())}. Choose one, or leave the feature out.", nameof(options.Monotone));
            }
        }

        return result.Build();
    }
}
