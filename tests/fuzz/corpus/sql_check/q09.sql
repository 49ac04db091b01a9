SELECT 'привет',
 a FRM t x y