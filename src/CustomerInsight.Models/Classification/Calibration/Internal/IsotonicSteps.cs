namespace CustomerInsight.Models;

/// <summary>Neighbouring margins pooled until the share of events never falls.</summary>
internal sealed class IsotonicSteps
{
    private readonly List<IsotonicStep> _steps = [];
    private readonly double _rowsForWeight;

    private IsotonicSteps(double rowsForWeight) => _rowsForWeight = rowsForWeight;

    public static IsotonicSteps Of(TiedMargins margins)
    {
        var pooled = new IsotonicSteps(margins.RowsForWeight);
        for (int i = 0; i < margins.Count; i++)
        {
            pooled.Add(new IsotonicStep(margins.Margins[i], margins.Margins[i], margins.Weights[i], margins.EventWeights[i]));
        }

        return pooled;
    }

    public IsotonicCalibration ToCalibration(bool keepsCertainty)
    {
        var margins = new List<double>(2 * _steps.Count);
        var probabilities = new List<double>(2 * _steps.Count);
        for (int i = 0; i < _steps.Count; i++)
        {
            double share = keepsCertainty ? _steps[i].Share : Doubted(i);
            margins.Add(_steps[i].First);
            probabilities.Add(share);
            if (_steps[i].Last > _steps[i].First)
            {
                margins.Add(_steps[i].Last);
                probabilities.Add(share);
            }
        }

        return new IsotonicCalibration(ValueList.From(margins), ValueList.From(probabilities));
    }

    private void Add(IsotonicStep step)
    {
        // Steps of equal share are one: which of them rounding tells apart is chance.
        while (_steps.Count > 0 && _steps[^1].Share >= step.Share)
        {
            step = new IsotonicStep(_steps[^1].First, step.Last, _steps[^1].Weight + step.Weight, _steps[^1].Events + step.Events);
            _steps.RemoveAt(_steps.Count - 1);
        }

        _steps.Add(step);
    }

    /// <summary>A step's share of events, drawn in where it is certain. Only the first can be 0 and only the last 1, since each is above the one before.</summary>
    private double Doubted(int place)
    {
        IsotonicStep step = _steps[place];
        double rows = step.Weight * _rowsForWeight;
        return step.Share switch
        {
            <= 0 => Math.Min(1 / (rows + 2), Neighbor(place + 1)),
            >= 1 => Math.Max((rows + 1) / (rows + 2), Neighbor(place - 1)),
            _ => step.Share,
        };

        // A neighbour that is certain too is drawn in as well, and never past the middle.
        double Neighbor(int other) => _steps[other].Share is > 0 and < 1 ? _steps[other].Share : 0.5;
    }
}
