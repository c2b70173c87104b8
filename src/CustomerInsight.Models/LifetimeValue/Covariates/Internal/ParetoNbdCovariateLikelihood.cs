namespace CustomerInsight.Models;

/// <summary>The likelihood of the Pareto/NBD model with covariates.</summary>
internal sealed class ParetoNbdCovariateLikelihood(CovariateRows rows, ParetoNbdModel average, int[] rateColumns, int[] dropOutColumns, double ridge, ParallelOptions parallel)
    : CovariateLikelihood<ParetoNbdCovariateModel>(
        rows,
        average,
        [1, 3],
        new ParetoNbdCustomerLikelihood(),
        [new CovariateShift(1, "rate", -1, rateColumns), new CovariateShift(3, "drop-out", -1, dropOutColumns)],
        ridge,
        parallel)
{
    public override ParetoNbdCovariateModel ModelAt(ReadOnlySpan<double> point)
    {
        double[] rate = CoefficientsAt(point, 0);
        double[] dropOut = CoefficientsAt(point, 1);
        double[] parameters = ParametersAt(point);
        return new ParetoNbdCovariateModel(
            new ParetoNbdModel(parameters[0], parameters[1], parameters[2], parameters[3], Average.Unit),
            ValueList.From(Rows.Columns.Select((column, i) => new ParetoNbdCovariate(column, Rows.Means[i], rate[i], dropOut[i]))));
    }

    public override double[] PointOf(ParetoNbdCovariateModel model) => PointOf(
        model.Average.In(Average.Unit).Parameters.Select(static parameter => parameter.Value),
        [
            [.. model.Covariates.Select(static covariate => covariate.Rate)],
            [.. model.Covariates.Select(static covariate => covariate.DropOut)],
        ]);
}
