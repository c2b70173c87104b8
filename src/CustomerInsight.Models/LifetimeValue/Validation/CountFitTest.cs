namespace CustomerInsight.Models;

/// <summary>Pearson's test of whether customers bought again as often as a model says.</summary>
/// <param name="Model">The model's name.</param>
/// <param name="ChiSquared">Σ (actual − expected)² / expected over the rows, those of fewer than 5 expected customers joined.</param>
/// <param name="DegreesOfFreedom">How many rows were compared, less 1 and less the model's parameters; 0 or less where there are too few to test.</param>
/// <param name="PValue">How probable so large a difference is if the model is right; null where there are too few rows. Of very many customers, small differences have small p-values.</param>
public sealed record CountFitTest(string Model, double ChiSquared, int DegreesOfFreedom, double? PValue);
