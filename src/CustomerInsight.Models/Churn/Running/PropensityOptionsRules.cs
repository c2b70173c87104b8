using Microsoft.Extensions.Options;

namespace CustomerInsight.Models;

/// <summary>Checks how each event is learned.</summary>
internal sealed class PropensityOptionsRules : IValidateOptions<PropensityOptions>
{
    public ValidateOptionsResult Validate(string? name, PropensityOptions options)
    {
        var result = new ValidateOptionsResultBuilder();
        foreach ((string target, ChurnOptions settings) in options.Targets)
        {
            if (settings is null)
            {
                result.AddError($"There is nothing said of '{target}'. Leave it out, or use {nameof(PropensityOptions.Add)}.", nameof(options.Targets));
                continue;
            }

            result.AddResult(new ChurnOptionsValidator().Validate(name, settings));
            result.AddResult(new ChurnOptionsRules().Validate(name, settings));
        }

        return result.Build();
    }
}
